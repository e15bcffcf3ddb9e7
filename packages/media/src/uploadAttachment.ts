import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, multipart, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { checkMediaFile, type MediaFileRules } from './checkMediaFile.ts'
import { type Fields, mediaFileSchema, megabyte, moreThanFiveBytes } from './schemas/mediaFile.ts'

export interface UploadAttachmentParams {
  /**
   * Kind of the file. WeCom also documents `file`, but refuses it at present with 41072 (kind and purpose do not
   * match).
   */
  media_type: 'image' | 'video'
  /**
   * Purpose of the file: 1 moments (朋友圈), 2 product album (商品图册). Moments accept images and videos, the product album
   * accepts only images.
   */
  attachment_type: 1 | 2
  /**
   * The file to upload: JPG, PNG or MP4, more than 5 bytes and at most 10 MB. For moments, the longer side of an image
   * may have at most 10,800 pixels, and the shorter side at most 1080 pixels. A video for moments may be at most 30
   * seconds long. `toFile` creates a File from bytes, a Blob or a stream.
   */
  media: File
}

export interface UploadAttachmentResult {
  type: 'image' | 'video' | (string & {})
  /** Media_id of the file. The media_id expires after 3 days. All apps of the corp can use it. */
  media_id: string
  /**
   * Time of the upload, in unix seconds. WeCom's sample shows a number. The client also accepts a string of digits.
   * `mediaExpiresAt` converts both to the time of expiry.
   */
  created_at: number | string
}

export const uploadAttachmentEndpoint: Endpoint<UploadAttachmentParams, UploadAttachmentResult> = defineEndpoint({
  name: 'uploadAttachment',
  method: 'POST',
  path: '/cgi-bin/media/upload_attachment',
  effect: 'create',
  docs: 95098,
  query: ['media_type', 'attachment_type'],
  encoding: multipart,
  params: v.pipe(
    wireObject<UploadAttachmentParams>({
      media_type: v.picklist(['image', 'video'], 'must be image or video (else WeCom answers 41072)'),
      attachment_type: v.picklist([1, 2]),
      media: v.pipe(mediaFileSchema, moreThanFiveBytes, v.maxSize(10 * megabyte, 'at most 10 MB')),
    }),
    v.forward(
      v.check(
        ({ media_type, attachment_type }: Fields<UploadAttachmentParams>) =>
          attachment_type !== 2 || media_type === 'image',
        'attachment_type 2 (product album) accepts only images (41072)',
      ),
      ['media_type'],
    ),
  ),
  result: wireObject<UploadAttachmentResult>({
    type: v.string(),
    media_id: v.string(),
    created_at: v.union([v.number(), v.string()]),
  }),
})

/**
 * 上传附件资源 — uploads a picture or video for moments, or a picture for the product album. The media_id expires after 3
 * days. For messages, use `uploadMedia` instead.
 *
 * Before the upload, the client checks the size, the format, the pixels and the duration of the file. If one of them is
 * not allowed, the function throws a `WeComValidationError`. A file may have at most 10 MB. Here, 1 MB is 1024 × 1024
 * bytes.
 *
 * @param client - made by `createClient`.
 * @param params - {@link UploadAttachmentParams}
 * @param options - `signal` and timeouts of this call; a large file may need a longer `timeout` than the default.
 * @returns the media_id and the time of the upload.
 * @throws {WeComApiError} `41081`: too many pixels. `41082`: the video is too long. `41090`: damaged video.
 *   `48002`: the app is not in the list of apps that may call the customer-contact API (可调用接口的应用).
 * @see https://developer.work.weixin.qq.com/document/path/95098
 *
 * @example
 * const media = await toFile(bytes, '新品.jpg')
 * const { media_id } = await uploadAttachment(client, { media_type: 'image', attachment_type: 1, media })
 */
export async function uploadAttachment(
  client: Client,
  params: UploadAttachmentParams,
  options?: RequestOptions,
): Promise<UploadAttachmentResult> {
  await checkMediaFile(uploadAttachmentEndpoint, params, rulesOf)
  return client.request(uploadAttachmentEndpoint, params, options)
}

function rulesOf({ media_type, attachment_type }: UploadAttachmentParams): MediaFileRules {
  if (media_type === 'video') return { kind: 'video', maxSeconds: 30 }
  return { kind: 'image', maxSides: attachment_type === 1 ? { long: 10_800, short: 1080 } : undefined }
}
