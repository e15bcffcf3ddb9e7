import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, multipart, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { mediaFileSchema, megabyte } from './schemas/mediaFile.ts'

export interface UploadImageParams {
  /** The picture to upload, 5 bytes to 2 MB in size. `toFile` creates a File from bytes, a Blob or a stream. */
  media: File
}

export interface UploadImageResult {
  /** Permanent URL of the picture. The picture can be displayed only inside WeCom. */
  url: string
}

export const uploadImageEndpoint: Endpoint<UploadImageParams, UploadImageResult> = defineEndpoint({
  name: 'uploadImage',
  method: 'POST',
  path: '/cgi-bin/media/uploadimg',
  effect: 'create',
  docs: 90256,
  encoding: multipart,
  params: wireObject<UploadImageParams>({
    media: v.pipe(mediaFileSchema, v.minSize(5, 'must have at least 5 bytes'), v.maxSize(2 * megabyte, 'at most 2 MB')),
  }),
  result: wireObject<UploadImageResult>({
    url: v.string(),
  }),
})

/**
 * 上传图片 — uploads a picture and returns a permanent URL. Pass the URL as `pic_url` to the calls that create messages.
 * The result contains no media_id.
 *
 * WeCom allows a corp 1000 pictures a day and 3000 a month. A picture may have at most 2 MB. Here, 1 MB is 1024 × 1024
 * bytes.
 *
 * @param client - made by `createClient`.
 * @param params - {@link UploadImageParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the URL of the picture.
 * @throws {WeComApiError} `40123`: the file is not a picture, or is damaged. `45009`: the corp has uploaded too many
 *   pictures.
 * @see https://developer.work.weixin.qq.com/document/path/90256
 *
 * @example
 * const { url } = await uploadImage(client, { media: await toFile(bytes, '封面.png') })
 */
export function uploadImage(
  client: Client,
  params: UploadImageParams,
  options?: RequestOptions,
): Promise<UploadImageResult> {
  return client.request(uploadImageEndpoint, params, options)
}
