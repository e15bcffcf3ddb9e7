import { type Client, type Download, type Endpoint, type RequestOptions, WeComValidationError } from '@wecom/core'
import { defineEndpoint, openFile, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { downloadSchema } from './schemas/download.ts'
import { maxPartSize } from './schemas/mediaFile.ts'
import { type DownloadedMedia, toDownloadedMedia } from './toDownloadedMedia.ts'

export interface GetMediaParams {
  /**
   * Media_id of the file, from `uploadMedia`, `uploadAttachment`, `uploadMediaByUrl` or a callback of WeCom. The
   * media_id expires after 3 days.
   */
  media_id: string
}

export type GetMediaResult = DownloadedMedia

export interface DownloadOptions extends RequestOptions {
  /**
   * Part of the file to download, at most 20 MB. If WeCom stores the file encrypted, the length of the part must be a
   * multiple of 16 bytes. WeCom refuses another length with 40146. The field `range` of the result contains the part
   * that WeCom sent. Default: the whole file.
   */
  readonly range?: MediaRange | undefined
}

/** A part of a file, given by the positions of its first and its last byte. */
export interface MediaRange {
  /** Position of the first byte of the part, from 0. */
  readonly start: number
  /** Position of the last byte of the part, from 0. Default: the last byte of the file. */
  readonly end?: number | undefined
}

export const getMediaEndpoint: Endpoint<GetMediaParams, Download> = defineEndpoint({
  name: 'getMedia',
  method: 'GET',
  path: '/cgi-bin/media/get',
  effect: 'read',
  docs: 90254,
  download: openFile,
  params: wireObject<GetMediaParams>({
    media_id: v.pipe(v.string(), v.nonEmpty()),
  }),
  result: downloadSchema,
})

/**
 * 获取临时素材 — downloads a file, or a part of a file, that was uploaded in the last 3 days.
 *
 * WeCom sends files above 20 MB only in parts. Use `downloadInParts` for such files. The option `timeout` applies until
 * the file begins to arrive. The option `signal` ends the download at any time.
 *
 * @param client - made by `createClient`.
 * @param params - {@link GetMediaParams}
 * @param options - {@link DownloadOptions}
 * @returns the file as a stream, with its name, type and size.
 * @throws {WeComApiError} `40007`, `40145`: unknown or expired media_id. `830002`: the file, or the part, is too large.
 *   `40146`: the length of the part is not a multiple of 16 bytes.
 * @throws {WeComHttpError} 416: the part begins after the end of the file.
 * @see https://developer.work.weixin.qq.com/document/path/90254
 *
 * @example
 * const { body, filename } = await getMedia(client, { media_id: 'm1' })
 * const bytes = await new Response(body).bytes()
 */
export async function getMedia(
  client: Client,
  params: GetMediaParams,
  { range, headers, ...options }: DownloadOptions = {},
): Promise<GetMediaResult> {
  const part = range && { range: rangeHeader(range) }
  return toDownloadedMedia(
    await client.request(getMediaEndpoint, params, { ...options, headers: { ...headers, ...part } }),
  )
}

function rangeHeader({ start, end }: MediaRange): string {
  const header = `bytes=${start}-${end ?? ''}`
  const length = (end ?? start) - start + 1
  if (!/^bytes=\d+-\d*$/.test(header) || length < 1 || length > maxPartSize) {
    const message = 'start and end must be integers, 0 <= start <= end, and the part at most 20 MB'
    throw new WeComValidationError(getMediaEndpoint, [{ path: 'range', message }])
  }
  return header
}
