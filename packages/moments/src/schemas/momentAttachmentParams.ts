import { type Entries, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { maxWidth } from './maxWidth.ts'

/** One attachment of a moment. `msgtype` is the name of the field that contains the attachment. */
export type MomentAttachment = MomentImageAttachment | MomentLinkAttachment | MomentVideoAttachment

export interface MomentImageAttachment {
  msgtype: 'image'
  image: MomentImageParams
}

export interface MomentImageParams {
  /**
   * Media_id of the image. The file may be at most 10 MB. The media_id must come from `uploadAttachment` of
   * `@wecom/media` with `attachment_type` 1 (moments), not from `uploadMedia`. The media_id is valid for 3 days.
   */
  media_id: string
}

export interface MomentLinkAttachment {
  msgtype: 'link'
  link: MomentLinkParams
}

export interface MomentLinkParams {
  /**
   * Title of the link, at most 64 Chinese characters or 128 letters. The client checks this limit. Another page of
   * WeCom's documentation says 64 bytes. It is not known which of these two limits WeCom applies.
   */
  title?: string | undefined
  url: string
  /**
   * Media_id of the cover picture of the link. The media_id must come from `uploadAttachment` of `@wecom/media` with
   * `attachment_type` 1 (moments). The media_id is valid for 3 days. The URL of a picture (`picurl`) is not allowed in
   * place of the media_id.
   */
  media_id: string
}

export interface MomentVideoAttachment {
  msgtype: 'video'
  video: MomentVideoParams
}

export interface MomentVideoParams {
  /**
   * Media_id of the video. The video may be at most 30 seconds long, and the file at most 10 MB. The media_id must come
   * from `uploadAttachment` of `@wecom/media` with `attachment_type` 1 (moments). The media_id is valid for 3 days.
   */
  media_id: string
}

const mediaIdSchema = v.pipe(v.string(), v.nonEmpty())

const msgtypes = ['image', 'link', 'video'] as const

const attachmentSchema = v.pipe(
  v.variant('msgtype', [
    v.looseObject(
      {
        msgtype: v.literal('image'),
        image: wireObject<MomentImageParams>({ media_id: mediaIdSchema }),
      } satisfies Entries<MomentImageAttachment>,
      'is required if msgtype is image',
    ),
    v.looseObject(
      {
        msgtype: v.literal('link'),
        link: wireObject<MomentLinkParams>({
          title: v.optional(v.pipe(v.string(), maxWidth(128))),
          url: v.pipe(v.string(), v.nonEmpty()),
          media_id: mediaIdSchema,
        }),
      } satisfies Entries<MomentLinkAttachment>,
      'is required if msgtype is link',
    ),
    v.looseObject(
      {
        msgtype: v.literal('video'),
        video: wireObject<MomentVideoParams>({ media_id: mediaIdSchema }),
      } satisfies Entries<MomentVideoAttachment>,
      'is required if msgtype is video',
    ),
  ]),
  v.check(
    (attachment) => msgtypes.every((msgtype) => msgtype === attachment.msgtype || attachment[msgtype] === undefined),
    'must contain only the field that msgtype names',
  ),
)

export const momentAttachmentsParamsSchema: v.GenericSchema<MomentAttachment[]> = v.pipe(
  v.array(attachmentSchema),
  v.check((attachments) => fitTogether(attachments), 'up to 9 images, or one video, or one link'),
)

function fitTogether(attachments: readonly MomentAttachment[]): boolean {
  const [first] = attachments
  return (
    attachments.every(({ msgtype }) => msgtype === first?.msgtype) &&
    attachments.length <= (first?.msgtype === 'image' ? 9 : 1)
  )
}
