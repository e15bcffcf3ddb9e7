import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** A customer, and the id under which the same person was known before. */
export interface KnownPendingId {
  external_userid: string
  /** Handed out while the person was no customer yet. */
  pending_id: string
}

export const knownPendingIdSchema: v.GenericSchema<KnownPendingId> = wireObject<KnownPendingId>({
  external_userid: v.string(),
  pending_id: v.string(),
})
