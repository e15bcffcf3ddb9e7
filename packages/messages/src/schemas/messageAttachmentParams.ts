import type { Entries } from '@wecom/core/define'
import * as v from 'valibot'
import { type MessageImageParams, messageImageParamsSchema } from './messageImageParams.ts'
import type { MessageLink } from './messageLink.ts'
import type { MessageMedia } from './messageMedia.ts'
import { messageMediaParamsSchema } from './messageMediaParams.ts'
import { type MessageMiniprogram, messageMiniprogramParamsSchema } from './messageMiniprogramParams.ts'

/** One attachment of a message. `msgtype` is the name of the field that contains the attachment. */
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

const msgtypes = ['image', 'link', 'miniprogram', 'video', 'file'] as const

export function messageAttachmentsParamsSchema(
  link: v.GenericSchema<MessageLink>,
): v.GenericSchema<MessageAttachmentParams[]> {
  return v.pipe(
    v.array(
      v.pipe(
        v.variant('msgtype', [
          v.looseObject(
            {
              msgtype: v.literal('image'),
              image: messageImageParamsSchema,
            } satisfies Entries<MessageImageAttachmentParams>,
            'is required if msgtype is image',
          ),
          v.looseObject(
            {
              msgtype: v.literal('link'),
              link,
            } satisfies Entries<MessageLinkAttachmentParams>,
            'is required if msgtype is link',
          ),
          v.looseObject(
            {
              msgtype: v.literal('miniprogram'),
              miniprogram: messageMiniprogramParamsSchema,
            } satisfies Entries<MessageMiniprogramAttachmentParams>,
            'is required if msgtype is miniprogram',
          ),
          v.looseObject(
            {
              msgtype: v.literal('video'),
              video: messageMediaParamsSchema,
            } satisfies Entries<MessageVideoAttachmentParams>,
            'is required if msgtype is video',
          ),
          v.looseObject(
            {
              msgtype: v.literal('file'),
              file: messageMediaParamsSchema,
            } satisfies Entries<MessageFileAttachmentParams>,
            'is required if msgtype is file',
          ),
        ]),
        v.check(
          (attachment) =>
            msgtypes.every((msgtype) => msgtype === attachment.msgtype || attachment[msgtype] === undefined),
          'must contain only the field that msgtype names',
        ),
      ),
    ),
    v.maxLength(9),
  )
}
