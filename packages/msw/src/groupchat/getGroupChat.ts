import { type GroupChatMember, getGroupChatEndpoint } from '@wecom/groupchat'
import { type Served, serve } from '../serve/serve.ts'
import type { App } from '../tenant/apps.ts'
import { type GroupChatMember as Member, memberVersion, presentMembers } from '../tenant/groupChats.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { visibleGroupChat } from './visibleGroupChats.ts'

export const getGroupChatServed: Served = serve(getGroupChatEndpoint, (tenant, { chat_id, need_name }, { app }) => {
  const chat = visibleGroupChat(tenant, app, chat_id)
  const { name, owner, create_time, notice, admins } = chat
  return {
    group_chat: {
      chat_id,
      name,
      owner,
      create_time,
      ...(notice ? { notice } : {}),
      member_list: presentMembers(chat).map((member) => toMember(tenant, app, member, need_name === 1)),
      admin_list: admins.map((userid) => ({ userid })),
      member_version: memberVersion(chat),
    },
  }
})

function toMember(tenant: Tenant, app: App, member: Member, withName: boolean): GroupChatMember {
  const { userid, type, join_time, join_scene, state, invitor, group_nickname } = member
  const person = type === 1 ? tenant.members.find(userid) : tenant.customers.find(userid)
  // Providers' apps get no unionid.
  const unionid = type === 2 && app.suite_id === undefined ? tenant.customers.find(userid)?.unionid : undefined
  return {
    userid,
    type,
    ...(unionid !== undefined && { unionid }),
    join_time,
    join_scene,
    ...(state !== undefined && { state }),
    // Of customers who invite, nothing is told.
    ...(invitor !== undefined && tenant.members.find(invitor) && { invitor: { userid: invitor } }),
    group_nickname,
    ...(withName && { name: person?.name ?? '' }),
  }
}
