import * as v from 'valibot'
import { id, seedRow } from '../seed/seedRow.ts'
import type { Follow } from '../tenant/follows.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { type Outcome, knownFollow } from './people.ts'
import { raiseContactEvent } from './raiseContactEvent.ts'

/** What a member notes about a customer; what is left out stays. */
export interface MemberEditsRemark {
  readonly userid: string
  readonly external_userid: string
  readonly remark?: string | undefined
  readonly description?: string | undefined
  readonly remark_corp_name?: string | undefined
  readonly remark_mobiles?: string[] | undefined
}

export const memberEditsRemarkSchema: v.GenericSchema<MemberEditsRemark> = seedRow<MemberEditsRemark>({
  userid: id,
  external_userid: id,
  remark: v.optional(v.string()),
  description: v.optional(v.string()),
  remark_corp_name: v.optional(v.string()),
  remark_mobiles: v.optional(v.array(v.string())),
})

/**
 * A member edits what they noted about a customer. Of phone numbers alone apps are not told.
 *
 * @returns the relation as it is now.
 * @throws {RangeError} the member does not have the customer.
 */
export function memberEditsRemark(
  tenant: Tenant,
  { userid, external_userid, remark, description, remark_corp_name, remark_mobiles }: MemberEditsRemark,
): Outcome & { readonly follow: Follow } {
  const follow = knownFollow(tenant, userid, external_userid)
  tenant.follows.change(follow, {
    ...(remark !== undefined && { remark }),
    ...(description !== undefined && { description }),
    ...(remark_corp_name !== undefined && { remark_corp_name: remark_corp_name || undefined }),
    ...(remark_mobiles !== undefined && { remark_mobiles: [...remark_mobiles] }),
  })

  const isTold = [remark, description, remark_corp_name].some((text) => text !== undefined)
  const event = { ChangeType: 'edit_external_contact', UserID: userid, ExternalUserID: external_userid }
  return { events: isTold ? raiseContactEvent(tenant, event) : [], follow: structuredClone(follow) }
}
