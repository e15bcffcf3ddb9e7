import type { Entries } from '@wecom/core/define'
import * as v from 'valibot'
import { type MessageAttachmentParams, messageAttachmentsParamsSchema } from './messageAttachmentParams.ts'
import { type MessageImageParams, messageImageParamsSchema } from './messageImageParams.ts'
import type { MessageLink } from './messageLink.ts'
import { messageLinkParamsSchema } from './messageLinkParams.ts'
import { type MessageMiniprogram, messageMiniprogramParamsSchema } from './messageMiniprogramParams.ts'
import { type MessageTextParams, messageTextParamsSchema } from './messageTextParams.ts'

/** What a message says: a text, attachments, or both. The text and each attachment arrive as messages of their own. */
export interface MessageContentParams {
  text?: MessageTextParams | undefined
  /** At most 9, of any kinds. */
  attachments?: MessageAttachmentParams[] | undefined
  /**
   * @deprecated Use `attachments`. Of these three older fields WeCom reads one, in the order image, link, miniprogram;
   *   today's official page has none of them, and whether the server still honours them is not known.
   */
  image?: MessageImageParams | undefined
  /** @deprecated Use `attachments`; see `image`. */
  link?: MessageLink | undefined
  /** @deprecated Use `attachments`; see `image`. */
  miniprogram?: MessageMiniprogram | undefined
}

/** The content's entries, for a call whose links in attachments may hold what `attachmentLink` says. */
export function messageContentParamsEntries(
  attachmentLink: v.GenericSchema<MessageLink>,
): Entries<MessageContentParams> {
  return {
    text: v.optional(messageTextParamsSchema),
    attachments: v.optional(messageAttachmentsParamsSchema(attachmentLink)),
    image: v.optional(messageImageParamsSchema),
    link: v.optional(messageLinkParamsSchema),
    miniprogram: v.optional(messageMiniprogramParamsSchema),
  }
}

export function checkMessageContent<T extends MessageContentParams>(): v.CheckAction<T, string> {
  return v.check(
    ({ text, attachments, image, link, miniprogram }) =>
      Boolean(text?.content || attachments?.length || image || link || miniprogram),
    'text or attachments must be given',
  )
}
