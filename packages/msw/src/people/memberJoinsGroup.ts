import * as v from 'valibot'
import { id, seedRow } from '../seed/seedRow.ts'
import type { GroupChat } from '../tenant/groupChats.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { joinGroupChat } from './changeGroupChatMembers.ts'
import { checkMayJoin, knownGroupChat, knownGroupChatMember } from './groupChatPeople.ts'
import { type Outcome, memberOnTheJob } from './people.ts'

export interface MemberJoinsGroup {
  readonly chat_id: string
  readonly userid: string
  /** Who in the group invited. */
  readonly invitor?: string | undefined
}

export const memberJoinsGroupSchema: v.GenericSchema<MemberJoinsGroup> = seedRow<MemberJoinsGroup>({
  chat_id: id,
  userid: id,
  invitor: v.optional(id),
})

/**
 * A member of the corp comes into a group.
 *
 * @returns the group as it is now.
 * @throws {RangeError} no such group or member; the group is full, or they are in it already.
 */
export function memberJoinsGroup(
  tenant: Tenant,
  { chat_id, userid, invitor }: MemberJoinsGroup,
): Outcome & { readonly group_chat: GroupChat } {
  const chat = knownGroupChat(tenant, chat_id)
  memberOnTheJob(tenant, userid)
  checkMayJoin(chat, userid, 'userid')
  if (invitor !== undefined) knownGroupChatMember(chat, invitor, 'invitor')

  const joining = { userid, type: 1 as const, join_scene: 1 as const, ...(invitor && { invitor }) }
  return { events: joinGroupChat(tenant, chat, [joining]), group_chat: structuredClone(chat) }
}
