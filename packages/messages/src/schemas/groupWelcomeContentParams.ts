import type { Entries } from '@wecom/core/define'
import * as v from 'valibot'
import { type MessageImageParams, messageImageParamsSchema } from './messageImageParams.ts'
import type { MessageLink } from './messageLink.ts'
import { messageLinkParamsSchema } from './messageLinkParams.ts'
import type { MessageMedia } from './messageMedia.ts'
import { messageMediaParamsSchema } from './messageMediaParams.ts'
import { type MessageMiniprogram, messageMiniprogramParamsSchema } from './messageMiniprogramParams.ts'
import type { MessageTextParams } from './messageTextParams.ts'

/**
 * The content of a welcome message for group chats: a text, one other part (image, link, mini program, file or video),
 * or both. The text and the other part arrive as separate messages. If you pass several other parts, WeCom sends only
 * one of them, without an error: the first in the order image, link, miniprogram, file, video.
 */
export interface GroupWelcomeContentParams {
  /**
   * Text of the welcome message. WeCom replaces each `%NICKNAME%` (upper case) in it with the name of the customer who
   * joined the group chat.
   */
  text?: MessageTextParams | undefined
  image?: MessageImageParams | undefined
  link?: MessageLink | undefined
  miniprogram?: MessageMiniprogram | undefined
  file?: MessageMedia | undefined
  video?: MessageMedia | undefined
}

export function groupWelcomeContentParamsEntries(
  text: v.GenericSchema<MessageTextParams>,
): Entries<GroupWelcomeContentParams> {
  return {
    text: v.optional(text),
    image: v.optional(messageImageParamsSchema),
    link: v.optional(messageLinkParamsSchema),
    miniprogram: v.optional(messageMiniprogramParamsSchema),
    file: v.optional(messageMediaParamsSchema),
    video: v.optional(messageMediaParamsSchema),
  }
}

export function checkGroupWelcomeContent<T extends GroupWelcomeContentParams>(): v.CheckAction<T, string> {
  return v.check(
    ({ text, image, link, miniprogram, file, video }) =>
      Boolean(text?.content || image || link || miniprogram || file || video),
    'one of text, image, link, miniprogram, file and video must be given',
  )
}
