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
 * What a group welcome says: a text, one other part, or both, which then arrive as two messages.
 * Of several other parts the first in the order image, link, miniprogram, file, video counts, without an error.
 */
export interface GroupWelcomeContentParams {
  /** `%NICKNAME%`, in upper case and as often as you like, becomes the name of the customer who joined. */
  text?: MessageTextParams | undefined
  image?: MessageImageParams | undefined
  link?: MessageLink | undefined
  miniprogram?: MessageMiniprogram | undefined
  file?: MessageMedia | undefined
  video?: MessageMedia | undefined
}

/** The content's entries, for a call that takes this text. */
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
