import * as v from 'valibot'
import { id, seedRow } from '../seed/seedRow.ts'
import type { GroupChat } from '../tenant/groupChats.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { leaveGroupChat } from './changeGroupChatMembers.ts'
import { knownGroupChat, knownGroupChatMember } from './groupChatPeople.ts'
import type { Outcome } from './people.ts'

export interface CustomerLeavesGroup {
  readonly chat_id: string
  readonly external_userid: string
  /** Whether the owner or an admin of the group removed them. Default false. */
  readonly removed?: boolean | undefined
}

export const customerLeavesGroupSchema: v.GenericSchema<CustomerLeavesGroup> = seedRow<CustomerLeavesGroup>({
  chat_id: id,
  external_userid: id,
  removed: v.optional(v.boolean()),
})

/**
 * A customer leaves a group, or is removed.
 *
 * @returns the group as it is now.
 * @throws {RangeError} no such group, or the customer is not in it.
 */
export function customerLeavesGroup(
  tenant: Tenant,
  { chat_id, external_userid, removed = false }: CustomerLeavesGroup,
): Outcome & { readonly group_chat: GroupChat } {
  const chat = knownGroupChat(tenant, chat_id)
  knownGroupChatMember(chat, external_userid, 'external_userid')
  return { events: leaveGroupChat(tenant, chat, [external_userid], removed), group_chat: structuredClone(chat) }
}
