import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, multipart, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { checkMediaFile, type MediaFileRules } from './checkMediaFile.ts'
import { type Fields, mediaFileSchema, megabyte, moreThanFiveBytes } from './schemas/mediaFile.ts'

export interface UploadMediaParams {
  type: 'image' | 'voice' | 'video' | 'file'
  /**
   * The file, more than 5 bytes. An image is JPG or PNG, at most 10 MB. A voice is AMR, at most 2 MB and 60 seconds. A
   * video is MP4, at most 10 MB. Other files have at most 20 MB. The receiver sees the name. `toFile` creates a File
   * from bytes, a Blob or a stream.
   */
  media: File
}

export interface UploadMediaResult {
  type: 'image' | 'voice' | 'video' | 'file' | (string & {})
  /** Media_id of the file. It expires after 3 days, and works in all apps of the corp. */
  media_id: string
  /** Time of the upload, in unix seconds, as a numeric string. `mediaExpiresAt` reads it. */
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
 * 上传临时素材 — uploads a file for mass messages, welcome messages, closing words and remark pictures. The media_id expires
 * after 3 days. Moments and the product album need a media_id of `uploadAttachment` instead.
 *
 * The client checks format and duration in the file's bytes before it sends anything. A megabyte is 1024 × 1024 bytes.
 *
 * @param client - made by `createClient`.
 * @param params - {@link UploadMediaParams}
 * @param options - `signal` and timeouts of this call; a large file may need more time than the default.
 * @returns the media_id.
 * @throws {WeComApiError} `40123`: damaged image. `41090`: damaged video. `45007`: voice longer than 60 seconds.
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
