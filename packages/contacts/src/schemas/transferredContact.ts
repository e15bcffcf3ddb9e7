import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** A transferred customer, with the status of the transfer. */
export interface TransferredContact {
  external_userid: string
  status: TransferStatus
  /** Time of the transfer, in unix seconds. While `status` is 2 (waiting), this is the planned time. */
  takeover_time: number
}

/**
 * The status of a transfer:
 *
 * - 1: the new member has taken over the customer.
 * - 2: waiting. WeCom carries out the transfer 24 hours after it accepted the transfer.
 * - 3: the customer refused.
 * - 4: the new member has reached the limit of customers.
 * - 5: no such transfer. WeCom documents 5 only for `getContactTransferResultLegacy`.
 */
export type TransferStatus = 1 | 2 | 3 | 4 | 5 | (number & {})

export const transferredContactSchema: v.GenericSchema<TransferredContact> = wireObject<TransferredContact>({
  external_userid: v.string(),
  status: v.number(),
  takeover_time: v.number(),
})
