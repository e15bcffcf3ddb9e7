import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** What became of a mass message with one receiver, a customer or a group chat. */
export interface MassMessageDelivery {
  /** The customer; absent where the message went to group chats. */
  external_userid?: string | undefined
  /** The group chat; absent where the message went to customers. */
  chat_id?: string | undefined
  /** The member who sends it. */
  userid: string
  status: MassMessageDeliveryStatus
  /** In unix seconds; only where `status` is 1. */
  send_time?: number | undefined
}

/**
 * 0 not sent yet, 1 sent, 2 failed: the customer is no friend (any more),
 * 3 failed: the customer has reached the limit of mass messages. Not the numbers of a task's status, where 2 is sent.
 */
export type MassMessageDeliveryStatus = 0 | 1 | 2 | 3 | (number & {})

export const massMessageDeliverySchema: v.GenericSchema<MassMessageDelivery> = wireObject<MassMessageDelivery>({
  external_userid: v.optional(v.string()),
  chat_id: v.optional(v.string()),
  userid: v.string(),
  status: v.number(),
  send_time: v.optional(v.number()),
})
