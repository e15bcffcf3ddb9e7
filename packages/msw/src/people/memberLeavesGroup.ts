import * as v from 'valibot'
import { InputError } from '../InputError.ts'
import { id, seedRow } from '../seed/seedRow.ts'
import type { GroupChat } from '../tenant/groupChats.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { leaveGroupChat } from './changeGroupChatMembers.ts'
import { knownGroupChat, knownGroupChatMember } from './groupChatPeople.ts'
import type { Outcome } from './people.ts'

export interface MemberLeavesGroup {
  readonly chat_id: string
  readonly userid: string
  /** Whether the owner or an admin of the group removed them. Default false. */
  readonly removed?: boolean | undefined
}

export const memberLeavesGroupSchema: v.GenericSchema<MemberLeavesGroup> = seedRow<MemberLeavesGroup>({
  chat_id: id,
  userid: id,
  removed: v.optional(v.boolean()),
})

/**
 * A member of the corp leaves a group, or is removed.
 *
 * @returns the group as it is now.
 * @throws {RangeError} no such group, or the member is not in it, or owns it.
 */
export function memberLeavesGroup(
  tenant: Tenant,
  { chat_id, userid, removed = false }: MemberLeavesGroup,
): Outcome & { readonly group_chat: GroupChat } {
  const chat = knownGroupChat(tenant, chat_id)
  knownGroupChatMember(chat, userid)
  if (chat.owner === userid) {
    throw new InputError('userid', `${userid} owns group ${chat_id}; let ownerChanges come first`)
  }
  return { events: leaveGroupChat(tenant, chat, [userid], removed), group_chat: structuredClone(chat) }
}
