import type { Entries } from '@wecom/core/define'
import * as v from 'valibot'
import { type MessageAttachmentParams, messageAttachmentsParamsSchema } from './messageAttachmentParams.ts'
import { type MessageImageParams, messageImageParamsSchema } from './messageImageParams.ts'
import type { MessageLink } from './messageLink.ts'
import { messageLinkParamsSchema } from './messageLinkParams.ts'
import { type MessageMiniprogram, messageMiniprogramParamsSchema } from './messageMiniprogramParams.ts'
import { type MessageTextParams, messageTextParamsSchema } from './messageTextParams.ts'

/** The content of a message: a text, attachments, or both. The text and each attachment arrive as separate messages. */
export interface MessageContentParams {
  text?: MessageTextParams | undefined
  /** Attachments of the message, at most 9, of any kinds. */
  attachments?: MessageAttachmentParams[] | undefined
  /**
   * @deprecated Use `attachments`. The official page no longer lists `image`, and WeCom may ignore it. If `image` is
   *   present, WeCom ignores `link` and `miniprogram`.
   */
  image?: MessageImageParams | undefined
  /**
   * @deprecated Use `attachments`. The official page no longer lists `link`, and WeCom may ignore it. WeCom uses it
   *   only if `image` is absent.
   */
  link?: MessageLink | undefined
  /**
   * @deprecated Use `attachments`. The official page no longer lists `miniprogram`, and WeCom may ignore it. WeCom uses
   *   it only if `image` and `link` are absent.
   */
  miniprogram?: MessageMiniprogram | undefined
}

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
