import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** The result of `transferContacts` or `transferResignedContacts` for one customer. */
export interface TransferEntry {
  external_userid: string
  /**
   * Errcode for this customer. 0 means that WeCom accepted the transfer. WeCom carries out the transfer 24 hours later.
   * Any other code means that the customer is not transferred. Examples: 40096 (invalid external_userid), 40128
   * (transferred twice in 90 days), 40129 (another transfer is running).
   */
  errcode: number
}

export const transferEntrySchema: v.GenericSchema<TransferEntry> = wireObject<TransferEntry>({
  external_userid: v.string(),
  errcode: v.number(),
})
