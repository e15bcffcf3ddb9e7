import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** Text of a message to create. If `content` is missing or empty, the message must have another part. */
export interface MessageTextParams {
  /** Text of the message, at most 4000 bytes of UTF-8. In `createGroupWelcomeTemplate`, at most 3000 bytes. */
  content?: string | undefined
}

export const messageTextParamsSchema: v.GenericSchema<MessageTextParams> = wireObject<MessageTextParams>({
  content: v.optional(v.pipe(v.string(), v.maxBytes(4000))),
})
