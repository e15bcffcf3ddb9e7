import type * as v from 'valibot'
import { id, seedRow } from '../seed/seedRow.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { type Outcome, some } from './people.ts'

export interface AdminDeletesAcquisitionLink {
  readonly link_id: string
}

export const adminDeletesAcquisitionLinkSchema: v.GenericSchema<AdminDeletesAcquisitionLink> =
  seedRow<AdminDeletesAcquisitionLink>({ link_id: id })

/**
 * An administrator deletes an acquisition link in the console, of which apps are told.
 *
 * @throws {RangeError} there is no such link.
 */
export function adminDeletesAcquisitionLink(tenant: Tenant, { link_id }: AdminDeletesAcquisitionLink): Outcome {
  if (!tenant.acquisition.remove(link_id)) {
    const others = tenant.acquisition.list().map((other) => other.link_id)
    throw new RangeError(`There is no acquisition link ${link_id}; ${some(others)}`)
  }
  return {
    events: [tenant.events.add({ Event: 'customer_acquisition', ChangeType: 'delete_link', LinkId: link_id })],
  }
}
