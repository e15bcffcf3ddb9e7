import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** Plain text of a message, in results. */
export interface MessageText {
  content: string
}

export const messageTextSchema: v.GenericSchema<MessageText> = wireObject<MessageText>({ content: v.string() })
