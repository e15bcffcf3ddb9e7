import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** A customer, and the temporary id (pending_id) that the same person had before becoming a customer. */
export interface KnownPendingId {
  external_userid: string
  /** The temporary id that WeCom returned when the person was not a customer yet. */
  pending_id: string
}

export const knownPendingIdSchema: v.GenericSchema<KnownPendingId> = wireObject<KnownPendingId>({
  external_userid: v.string(),
  pending_id: v.string(),
})
