import type { EventValue, TenantEvent } from '../tenant/events.ts'
import { type GroupChat, type Joining, memberVersion } from '../tenant/groupChats.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { raiseGroupChatEvent } from './groupChatPeople.ts'

/** Lets people into a group; that they may come in is checked before. */
export function joinGroupChat(tenant: Tenant, chat: GroupChat, joining: readonly Joining[]): TenantEvent[] {
  const [first] = joining
  const change = {
    UpdateDetail: 'add_member',
    // Unlike in the group's detail, an invitation by link counts as one by a member.
    JoinScene: first?.join_scene === 3 ? 3 : 0,
  }
  return changeMembers(tenant, chat, joining, change, (member) => tenant.groupChats.join(chat, member))
}

/** Lets people out of a group. */
export function leaveGroupChat(
  tenant: Tenant,
  chat: GroupChat,
  userids: readonly string[],
  isRemoved: boolean,
): TenantEvent[] {
  const leaving = userids.map((userid) => ({ userid }))
  const change = { UpdateDetail: 'del_member', QuitScene: isRemoved ? 1 : 0 }
  return changeMembers(tenant, chat, leaving, change, ({ userid }) => tenant.groupChats.leave(chat, userid))
}

function changeMembers<Person extends { readonly userid: string }>(
  tenant: Tenant,
  chat: GroupChat,
  people: readonly Person[],
  change: Readonly<Record<string, EventValue>>,
  apply: (person: Person) => void,
): TenantEvent[] {
  const LastMemVer = memberVersion(chat)
  for (const person of people) apply(person)
  return raiseGroupChatEvent(tenant, chat, 'update', {
    ...change,
    MemChangeCnt: people.length,
    MemChangeList: { Item: people.map(({ userid }) => userid) },
    LastMemVer,
    CurMemVer: memberVersion(chat),
  })
}
