import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, multipart, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { checkMediaFile, type MediaFileRules } from './checkMediaFile.ts'
import { type Fields, mediaFileSchema, megabyte, moreThanFiveBytes } from './schemas/mediaFile.ts'

export interface UploadMediaParams {
  type: 'image' | 'voice' | 'video' | 'file'
  /**
   * The file to upload, more than 5 bytes. The receiver sees its name. Limits by kind:
   * - image: JPG or PNG, at most 10 MB
   * - voice: AMR, at most 2 MB and 60 seconds
   * - video: MP4, at most 10 MB
   * - other files: at most 20 MB
   *
   * `toFile` creates a File from bytes, a Blob or a stream.
   */
  media: File
}

export interface UploadMediaResult {
  type: 'image' | 'voice' | 'video' | 'file' | (string & {})
  /** Media_id of the file. The media_id expires after 3 days. All apps of the corp can use it. */
  media_id: string
  /**
   * Time of the upload, in unix seconds. WeCom's sample shows a string of digits. The client also accepts a number.
   * `mediaExpiresAt` converts both to the time of expiry.
   */
  created_at: string | number
}

const maxMegabytes = { image: 10, voice: 2, video: 10, file: 20 } as const

const fileRules: Readonly<Record<UploadMediaParams['type'], MediaFileRules | undefined>> = {
  image: { kind: 'image' },
  voice: { kind: 'voice', maxSeconds: 60 },
  video: { kind: 'video' },
  file: undefined,
}

export const uploadMediaEndpoint: Endpoint<UploadMediaParams, UploadMediaResult> = defineEndpoint({
  name: 'uploadMedia',
  method: 'POST',
  path: '/cgi-bin/media/upload',
  effect: 'create',
  docs: 90253,
  query: ['type'],
  encoding: multipart,
  params: v.pipe(
    wireObject<UploadMediaParams>({
      type: v.picklist(['image', 'voice', 'video', 'file']),
      media: v.pipe(mediaFileSchema, moreThanFiveBytes),
    }),
    v.forward(
      v.check(
        ({ type, media }: Fields<UploadMediaParams>) => media.size <= maxMegabytes[type] * megabyte,
        ({ input: { type } }) => `at most ${maxMegabytes[type]} MB if type is ${type}`,
      ),
      ['media'],
    ),
  ),
  result: wireObject<UploadMediaResult>({
    type: v.string(),
    media_id: v.string(),
    created_at: v.union([v.string(), v.number()]),
  }),
})

/**
 * 上传临时素材 — uploads a file for mass messages, welcome messages, closing messages of temporary sessions, and pictures in
 * remarks. The media_id expires after 3 days. For moments and the product album, use `uploadAttachment` instead.
 *
 * Before the upload, the client checks the size, the format and the duration of the file. If one of them is not
 * allowed, the function throws a `WeComValidationError`. {@link UploadMediaParams} lists the size limits, in which 1 MB
 * is 1024 × 1024 bytes.
 *
 * @param client - made by `createClient`.
 * @param params - {@link UploadMediaParams}
 * @param options - `signal` and timeouts of this call; a large file may need a longer `timeout` than the default.
 * @returns the media_id and the time of the upload.
 * @throws {WeComApiError} `40123`: the image is damaged. `41090`: the video is damaged. `45007`: the voice is longer
 *   than 60 seconds.
 *   `45001`: the file is too large.
 * @see https://developer.work.weixin.qq.com/document/path/90253
 *
 * @example
 * const media = await toFile(bytes, '报价单.pdf')
 * const { media_id } = await uploadMedia(client, { type: 'file', media })
 */
export async function uploadMedia(
  client: Client,
  params: UploadMediaParams,
  options?: RequestOptions,
): Promise<UploadMediaResult> {
  await checkMediaFile(uploadMediaEndpoint, params, ({ type }) => fileRules[type])
  return client.request(uploadMediaEndpoint, params, options)
}
