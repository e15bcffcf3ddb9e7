import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** A customer, with the pending_id that the same person had before. */
export interface KnownPendingId {
  external_userid: string
  /** The id that WeCom returned before the person was a customer. */
  pending_id: string
}

export const knownPendingIdSchema: v.GenericSchema<KnownPendingId> = wireObject<KnownPendingId>({
  external_userid: v.string(),
  pending_id: v.string(),
})
