import * as v from 'valibot'
import { id, seedRow } from '../seed/seedRow.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { joinGroupChat } from './changeGroupChatMembers.ts'
import { checkMayJoin, knownGroupChat, knownGroupChatMember } from './groupChatPeople.ts'
import type { Outcome } from './people.ts'
import { theCustomer } from './theCustomer.ts'

export interface CustomerJoinsGroup {
  readonly chat_id: string
  /** Somebody new, if left out. */
  readonly external_userid?: string | undefined
  /** Name of somebody new. */
  readonly name?: string | undefined
  /** 1 invited directly, 2 by link, 3 by the group's own QR code. Default 1 with an `invitor`, 3 without. */
  readonly join_scene?: 1 | 2 | 3 | undefined
  /** Who in the group invited: a userid or an external_userid. */
  readonly invitor?: string | undefined
}

export const customerJoinsGroupSchema: v.GenericSchema<CustomerJoinsGroup> = seedRow<CustomerJoinsGroup>({
  chat_id: id,
  external_userid: v.optional(id),
  name: v.optional(v.string()),
  join_scene: v.optional(v.picklist([1, 2, 3])),
  invitor: v.optional(id),
})

/**
 * A customer, or somebody who is nobody's customer, comes into a group.
 *
 * @throws {RangeError} no such group or customer; the group is full, or they are in it already.
 */
export function customerJoinsGroup(
  tenant: Tenant,
  { chat_id, external_userid, name, invitor, join_scene = invitor === undefined ? 3 : 1 }: CustomerJoinsGroup,
): Outcome & { readonly external_userid: string } {
  const chat = knownGroupChat(tenant, chat_id)
  const customer = theCustomer(tenant, { external_userid, name })
  checkMayJoin(chat, customer.external_userid, 'external_userid')
  if (invitor !== undefined) knownGroupChatMember(chat, invitor, 'invitor')

  tenant.customers.add(customer)
  const joining = { userid: customer.external_userid, type: 2 as const, join_scene, ...(invitor && { invitor }) }
  return { external_userid: customer.external_userid, events: joinGroupChat(tenant, chat, [joining]) }
}
