import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** The status of a mass message for one receiver, a customer or a group chat. */
export interface MassMessageDelivery {
  /** External_userid of the customer. Absent if the message went to group chats. */
  external_userid?: string | undefined
  /** Id of the group chat. Absent if the message went to customers. */
  chat_id?: string | undefined
  /** Userid of the member who sends the message to this receiver. */
  userid: string
  status: MassMessageDeliveryStatus
  /** Time when the message was sent to this receiver, in unix seconds. Present only if `status` is 1 (sent). */
  send_time?: number | undefined
}

/**
 * The status of a mass message for one receiver:
 *
 * - 0: not sent yet.
 * - 1: sent.
 * - 2: failed, because the member does not have the customer or no longer has the customer.
 * - 3: failed, because the customer has reached the limit of mass messages.
 *
 * The values differ from the `status` of `MassMessageTask`, in which 2 means sent.
 */
export type MassMessageDeliveryStatus = 0 | 1 | 2 | 3 | (number & {})

export const massMessageDeliverySchema: v.GenericSchema<MassMessageDelivery> = wireObject<MassMessageDelivery>({
  external_userid: v.optional(v.string()),
  chat_id: v.optional(v.string()),
  userid: v.string(),
  status: v.number(),
  send_time: v.optional(v.number()),
})
