import type * as v from 'valibot'
import { InputError } from '../InputError.ts'
import { id, seedRow } from '../seed/seedRow.ts'
import type { AcquisitionLink } from '../tenant/acquisition.ts'
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
 * @returns the link as it was.
 * @throws {RangeError} there is no such link.
 */
export function adminDeletesAcquisitionLink(
  tenant: Tenant,
  { link_id }: AdminDeletesAcquisitionLink,
): Outcome & { readonly link: AcquisitionLink } {
  const link = tenant.acquisition.find(link_id)
  if (!link) {
    const others = tenant.acquisition.list().map((other) => other.link_id)
    throw new InputError('link_id', `There is no acquisition link ${link_id}; ${some(others)}`)
  }
  tenant.acquisition.remove(link_id)
  return {
    events: [tenant.events.add({ Event: 'customer_acquisition', ChangeType: 'delete_link', LinkId: link_id })],
    link: structuredClone(link),
  }
}
