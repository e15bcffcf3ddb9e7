import type * as v from 'valibot'
import { id, seedRow } from '../seed/seedRow.ts'
import type { GroupMessage } from '../tenant/conversations.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { knownGroupChat, knownGroupChatMember } from './groupChatPeople.ts'
import type { Outcome } from './people.ts'

export interface GroupMessageSent {
  readonly chat_id: string
  /** A userid or an external_userid. */
  readonly from: string
}

export const groupMessageSentSchema: v.GenericSchema<GroupMessageSent> = seedRow<GroupMessageSent>({
  chat_id: id,
  from: id,
})

/**
 * Somebody sends a message in a group, which the statistics count.
 *
 * @returns the message.
 * @throws {RangeError} no such group, or they are not in it.
 */
export function groupMessageSent(
  tenant: Tenant,
  { chat_id, from }: GroupMessageSent,
): Outcome & { readonly message: GroupMessage } {
  knownGroupChatMember(knownGroupChat(tenant, chat_id), from, 'from')
  const message = { chat_id, from, time: tenant.clock.seconds() }
  tenant.conversations.addGroup(message)
  return { events: [], message: { ...message } }
}
