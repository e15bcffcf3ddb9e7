import type * as v from 'valibot'
import { id, seedRow } from '../seed/seedRow.ts'
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
 * @throws {RangeError} no such group, or they are not in it.
 */
export function groupMessageSent(tenant: Tenant, { chat_id, from }: GroupMessageSent): Outcome {
  knownGroupChatMember(knownGroupChat(tenant, chat_id), from)
  tenant.conversations.addGroup({ chat_id, from, time: tenant.clock.seconds() })
  return { events: [] }
}
