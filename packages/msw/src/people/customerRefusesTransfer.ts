import type * as v from 'valibot'
import { id, seedRow } from '../seed/seedRow.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import type { Transfer } from '../tenant/transfers.ts'
import type { Outcome } from './people.ts'

export interface CustomerRefusesTransfer {
  readonly external_userid: string
}

export const customerRefusesTransferSchema: v.GenericSchema<CustomerRefusesTransfer> = seedRow<CustomerRefusesTransfer>(
  { external_userid: id },
)

/**
 * A customer refuses to be handed over within the 24 hours that they have for it.
 *
 * @returns the transfer as it is now.
 * @throws {RangeError} no transfer of the customer waits.
 */
export function customerRefusesTransfer(
  tenant: Tenant,
  { external_userid }: CustomerRefusesTransfer,
): Outcome & { readonly transfer: Transfer } {
  const { transfer, event } = tenant.transfers.refuse(external_userid)
  return { events: [event], transfer: { ...transfer } }
}
