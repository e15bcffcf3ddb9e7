import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** Text of a message, as WeCom returns it. */
export interface MessageText {
  content: string
}

export const messageTextSchema: v.GenericSchema<MessageText> = wireObject<MessageText>({ content: v.string() })
