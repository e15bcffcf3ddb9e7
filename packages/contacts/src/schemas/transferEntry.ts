import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** What became of one customer of a transfer call. */
export interface TransferEntry {
  external_userid: string
  /**
   * 0: accepted, to be carried out 24 hours later; not yet a success. Any other code: this customer is not transferred,
   * e.g. 40096 invalid external_userid, 40128 transferred twice in 90 days, 40129 being transferred already.
   */
  errcode: number
}

export const transferEntrySchema: v.GenericSchema<TransferEntry> = wireObject<TransferEntry>({
  external_userid: v.string(),
  errcode: v.number(),
})
