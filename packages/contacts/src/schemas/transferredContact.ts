import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** The state of the transfer of one customer. */
export interface TransferredContact {
  external_userid: string
  status: TransferStatus
  /** Time of the transfer, in unix seconds. While `status` is 2, the planned time. */
  takeover_time: number
}

/**
 * The status of a transfer: 1 taken over, 2 waiting, 3 refused by the customer, 4 the new member has reached the limit
 * of customers, 5 no such transfer (older answers only).
 */
export type TransferStatus = 1 | 2 | 3 | 4 | 5 | (number & {})

export const transferredContactSchema: v.GenericSchema<TransferredContact> = wireObject<TransferredContact>({
  external_userid: v.string(),
  status: v.number(),
  takeover_time: v.number(),
})
