import * as v from 'valibot'
import { InputError } from '../InputError.ts'
import { id, seedRow } from '../seed/seedRow.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { raiseGroupChatEvent } from './groupChatPeople.ts'
import { type Outcome, knownCustomer, memberOnTheJob } from './people.ts'

export interface MemberOpensGroup {
  /** The owner of the new group. */
  readonly userid: string
  readonly name?: string | undefined
  /** Customers who are taken in at once. */
  readonly external_userid?: string[] | undefined
  /** How many people the group takes. Default 500. */
  readonly member_limit?: number | undefined
}

export const memberOpensGroupSchema: v.GenericSchema<MemberOpensGroup> = seedRow<MemberOpensGroup>({
  userid: id,
  name: v.optional(v.string()),
  external_userid: v.optional(v.array(id)),
  member_limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
})

/**
 * A member opens a group with customers.
 *
 * @throws {RangeError} the member, or a customer, does not exist; or they do not fit in.
 */
export function memberOpensGroup(
  tenant: Tenant,
  { userid, name = '', external_userid = [], member_limit }: MemberOpensGroup,
): Outcome & { readonly chat_id: string } {
  memberOnTheJob(tenant, userid)
  const customers = [...new Set(external_userid)]
  for (const customer of customers) knownCustomer(tenant, customer)
  if (member_limit !== undefined && customers.length >= member_limit) {
    throw new InputError(
      'external_userid',
      `A group for ${member_limit} has no place for its owner and ${customers.length} customers`,
    )
  }

  const chat = tenant.groupChats.create({ name, owner: userid, member_limit })
  const joining = customers.map((customer) => ({
    userid: customer,
    type: 2 as const,
    join_scene: 1 as const,
    invitor: userid,
  }))
  for (const member of joining) tenant.groupChats.join(chat, member)
  return { chat_id: chat.chat_id, events: raiseGroupChatEvent(tenant, chat, 'create') }
}
