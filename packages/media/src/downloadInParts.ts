import { type Client, type RequestOptions, WeComResponseError, WeComValidationError } from '@wecom/core'
import { getMedia, getMediaEndpoint, type GetMediaParams } from './getMedia.ts'
import { maxPartSize, megabyte } from './schemas/mediaFile.ts'
import type { DownloadedMedia } from './toDownloadedMedia.ts'

export interface DownloadInPartsOptions extends RequestOptions {
  /** Bytes of a part: a multiple of 16, at most 20 MB. Default 16 MB. */
  readonly partSize?: number | undefined
  /** Where to begin, to go on with a file of which some parts are there. Default 0. */
  readonly start?: number | undefined
}

/**
 * Downloads a file part by part, as WeCom demands of files above 20 MB (830002). Each part is asked for when the loop
 * comes to it, and its `range` tells where it stands. A file that comes whole is one part without `range`.
 *
 * Read each `body` to its end before the next part. If that breaks off, go on from there: `start` is the number of
 * bytes you have.
 *
 * @param client - made by `createClient`.
 * @param params - {@link GetMediaParams}
 * @param options - {@link DownloadInPartsOptions}; the timeouts are those of a single part.
 * @returns the parts, in order and without gaps.
 * @throws {WeComResponseError} a part is not the one that was asked for.
 *
 * @example
 * for await (const { body } of downloadInParts(client, { media_id: 'm1' })) {
 *   await body.pipeTo(destination, { preventClose: true })
 * }
 */
export async function* downloadInParts(
  client: Client,
  params: GetMediaParams,
  { partSize = 16 * megabyte, start = 0, ...options }: DownloadInPartsOptions = {},
): AsyncGenerator<DownloadedMedia, void, undefined> {
  if (!Number.isInteger(partSize / 16) || partSize <= 0 || partSize > maxPartSize) {
    const message = 'must be a multiple of 16 bytes, and at most 20 MB'
    throw new WeComValidationError(getMediaEndpoint, [{ path: 'partSize', message }])
  }

  for (let next = start; ;) {
    const part = await getMedia(client, params, { ...options, range: { start: next, end: next + partSize - 1 } })
    const { range } = part
    if (!range && next === 0) {
      yield part
      return
    }
    if (range?.start !== next || range.end < next || range.total === undefined) {
      await part.body.cancel()
      const facts = { status: range ? 206 : 200, type: part.contentType, length: part.size ?? 0 }
      throw new WeComResponseError(getMediaEndpoint, `the answer is not the part that begins at ${next}`, facts, false)
    }
    yield part
    next = range.end + 1
    if (next >= range.total) return
  }
}
