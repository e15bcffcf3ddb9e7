import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** The outcome for one customer of a transfer call. */
export interface TransferEntry {
  external_userid: string
  /**
   * Errcode of the transfer of this customer. 0: WeCom accepted the transfer and carries it out 24 hours later. With
   * any other code this customer is not transferred, e.g. 40096 invalid external_userid, 40128 transferred twice in 90
   * days, 40129 another transfer is running.
   */
  errcode: number
}

export const transferEntrySchema: v.GenericSchema<TransferEntry> = wireObject<TransferEntry>({
  external_userid: v.string(),
  errcode: v.number(),
})
