import type { Entries } from '@wecom/core'
import * as v from 'valibot'
import { type MessageImageParams, messageImageParamsSchema } from './messageImageParams.ts'
import type { MessageLink } from './messageLink.ts'
import type { MessageMedia } from './messageMedia.ts'
import { messageMediaParamsSchema } from './messageMediaParams.ts'
import { type MessageMiniprogram, messageMiniprogramParamsSchema } from './messageMiniprogramParams.ts'

/** One thing beside the text of a message. `msgtype` names the field that holds it. */
export type MessageAttachmentParams =
  | MessageImageAttachmentParams
  | MessageLinkAttachmentParams
  | MessageMiniprogramAttachmentParams
  | MessageVideoAttachmentParams
  | MessageFileAttachmentParams

export interface MessageImageAttachmentParams {
  msgtype: 'image'
  image: MessageImageParams
}

export interface MessageLinkAttachmentParams {
  msgtype: 'link'
  link: MessageLink
}

export interface MessageMiniprogramAttachmentParams {
  msgtype: 'miniprogram'
  miniprogram: MessageMiniprogram
}

export interface MessageVideoAttachmentParams {
  msgtype: 'video'
  video: MessageMedia
}

export interface MessageFileAttachmentParams {
  msgtype: 'file'
  file: MessageMedia
}

/** Up to 9 attachments. What a link may hold differs from call to call. */
export function messageAttachmentsParamsSchema(
  link: v.GenericSchema<MessageLink>,
): v.GenericSchema<MessageAttachmentParams[]> {
  return v.pipe(
    v.array(
      v.variant('msgtype', [
        v.looseObject({
          msgtype: v.literal('image'),
          image: messageImageParamsSchema,
        } satisfies Entries<MessageImageAttachmentParams>),
        v.looseObject({
          msgtype: v.literal('link'),
          link,
        } satisfies Entries<MessageLinkAttachmentParams>),
        v.looseObject({
          msgtype: v.literal('miniprogram'),
          miniprogram: messageMiniprogramParamsSchema,
        } satisfies Entries<MessageMiniprogramAttachmentParams>),
        v.looseObject({
          msgtype: v.literal('video'),
          video: messageMediaParamsSchema,
        } satisfies Entries<MessageVideoAttachmentParams>),
        v.looseObject({
          msgtype: v.literal('file'),
          file: messageMediaParamsSchema,
        } satisfies Entries<MessageFileAttachmentParams>),
      ]),
    ),
    v.maxLength(9),
  )
}
