import type { Customer } from '../tenant/customers.ts'
import type { GroupChat, GroupChatMember } from '../tenant/groupChats.ts'
import type { SeedFile } from './SeedFile.ts'

const hour = 3600
const day = 24 * hour

/** Two groups of `wangfang`, and one that waits for somebody new since `liuyang` left; what was written in them. */
export function demoGroupChats(
  customers: readonly Customer[],
  now: number,
): Pick<SeedFile, 'group_chats' | 'group_messages' | 'join_ways' | 'direct_messages'> {
  const ids = customers.map(({ external_userid }) => external_userid)
  const [firstCustomer = '', secondCustomer = ''] = ids
  const yesterday = now - day
  return {
    group_chats: [
      {
        ...createGroupChat('wrAAAAdemoOwners', '木白业主交流群', ['wangfang', 'lina'], ids.slice(0, 8), now - 60 * day),
        notice: '每周三更新样板间照片',
        admins: ['lina'],
      },
      createGroupChat('wrAAAAdemoSale', '', ['wangfang'], ids.slice(8, 12), now - 20 * day),
      createGroupChat('wrAAAAdemoService', '售后服务群', ['liuyang', 'zhangwei'], ids.slice(34, 39), now - 90 * day),
    ],
    group_messages: [
      { chat_id: 'wrAAAAdemoOwners', from: 'wangfang', time: now - 3 * day },
      { chat_id: 'wrAAAAdemoOwners', from: firstCustomer, time: now - 3 * day + hour },
      { chat_id: 'wrAAAAdemoOwners', from: 'lina', time: yesterday },
    ],
    join_ways: [
      {
        config_id: 'demoJoinWay',
        app: 'crm',
        scene: 2,
        remark: '展厅海报',
        auto_create_room: 1,
        room_base_name: '木白业主交流群',
        room_base_id: 2,
        chat_id_list: ['wrAAAAdemoOwners'],
        qr_code: 'https://p.qpic.cn/wwhead/demo/0',
        state: 'poster',
        mark_source: true,
      },
    ],
    direct_messages: [
      { userid: 'wangfang', external_userid: firstCustomer, from: 'customer', time: yesterday },
      { userid: 'wangfang', external_userid: firstCustomer, from: 'member', time: yesterday + 10 * 60 },
      { userid: 'wangfang', external_userid: secondCustomer, from: 'customer', time: yesterday + hour },
    ],
  }
}

/** A group whose owner is the first of the members. */
function createGroupChat(
  chat_id: string,
  name: string,
  members: readonly [string, ...string[]],
  customers: readonly string[],
  create_time: number,
): GroupChat {
  const [owner] = members
  const join = (userid: string, type: 1 | 2, index: number): GroupChatMember => ({
    userid,
    type,
    join_time: create_time + index * hour,
    join_scene: 1,
    ...(userid !== owner && { invitor: owner }),
    group_nickname: '',
  })
  return {
    chat_id,
    name,
    owner,
    create_time,
    opengid: `o${chat_id}`,
    admins: [],
    members: [
      ...members.map((userid, index) => join(userid, 1, index)),
      ...customers.map((userid, index) => join(userid, 2, members.length + index)),
    ],
    handovers: [],
  }
}
