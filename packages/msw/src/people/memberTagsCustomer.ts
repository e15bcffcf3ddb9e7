import * as v from 'valibot'
import { InputError } from '../InputError.ts'
import { id, seedRow } from '../seed/seedRow.ts'
import type { Follow } from '../tenant/follows.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { knownTag } from './knownTag.ts'
import { type Outcome, knownFollow } from './people.ts'
import { raiseContactEvent } from './raiseContactEvent.ts'

export interface MemberTagsCustomer {
  readonly userid: string
  readonly external_userid: string
  readonly add_tag?: string[] | undefined
  readonly remove_tag?: string[] | undefined
}

export const memberTagsCustomerSchema: v.GenericSchema<MemberTagsCustomer> = seedRow<MemberTagsCustomer>({
  userid: id,
  external_userid: id,
  add_tag: v.optional(v.array(id)),
  remove_tag: v.optional(v.array(id)),
})

/**
 * A member puts tags on a customer, or takes them off.
 *
 * @returns the relation as it is now.
 * @throws {RangeError} the member does not have the customer, or there is no such tag.
 */
export function memberTagsCustomer(
  tenant: Tenant,
  { userid, external_userid, add_tag = [], remove_tag = [] }: MemberTagsCustomer,
): Outcome & { readonly follow: Follow } {
  const follow = knownFollow(tenant, userid, external_userid)
  checkTags(tenant, add_tag, 'add_tag')
  checkTags(tenant, remove_tag, 'remove_tag')
  const kept = [...new Set([...follow.tag_ids, ...add_tag])]
  tenant.follows.change(follow, { tag_ids: kept.filter((wanted) => !remove_tag.includes(wanted)) })
  return {
    events: raiseContactEvent(tenant, {
      ChangeType: 'edit_external_contact',
      UserID: userid,
      ExternalUserID: external_userid,
    }),
    follow: structuredClone(follow),
  }
}

function checkTags(tenant: Tenant, ids: readonly string[], field: string): void {
  for (const wanted of ids) {
    if (!knownTag(tenant, wanted, field).tag) {
      throw new InputError(field, `${wanted} is a group of tags; name the tags themselves`)
    }
  }
}
