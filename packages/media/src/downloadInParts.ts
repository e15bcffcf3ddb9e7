import { type Client, type RequestOptions, WeComResponseError, WeComValidationError } from '@wecom/core'
import { getMedia, getMediaEndpoint, type GetMediaParams } from './getMedia.ts'
import { maxPartSize, megabyte } from './schemas/mediaFile.ts'
import type { DownloadedMedia } from './toDownloadedMedia.ts'

export interface DownloadInPartsOptions extends RequestOptions {
  /** Size of each part of the file in bytes. It must be a multiple of 16 and at most 20 MB. Default 16 MB. */
  readonly partSize?: number | undefined
  /** Position of the first byte to download. Set it to continue an interrupted download. Default 0. */
  readonly start?: number | undefined
}

/**
 * Downloads a file in parts. Use it for files above 20 MB. If you download such a file as a whole, WeCom answers with
 * 830002 (too large). The iteration requests each part when your loop reaches the part. The field `range` of a part
 * contains the position of the part in the file. If WeCom sends the whole file at once, the iteration yields the file
 * as one part without `range`.
 *
 * Read the `body` of each part to its end before the next part. To continue an interrupted download, set `start` to the
 * number of bytes that you have.
 *
 * @param client - made by `createClient`.
 * @param params - {@link GetMediaParams}
 * @param options - {@link DownloadInPartsOptions}; the timeouts apply to each part.
 * @returns the parts, in order and without gaps.
 * @throws {WeComResponseError} WeCom did not send the requested part, or the file has changed (its size or ETag
 *   differs). Reading the `body` of a part throws the same error, if the part has fewer or more bytes than its `range`.
 *
 * @example
 * // `destination` is a WritableStream, e.g. of a file on disk.
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
    const message = 'must be a positive multiple of 16 bytes, at most 20 MB'
    throw new WeComValidationError(getMediaEndpoint, [{ path: 'partSize', message }])
  }

  let first: DownloadedMedia | undefined
  for (let next = start; ;) {
    const part = await getMedia(client, params, { ...options, range: { start: next, end: next + partSize - 1 } })
    const { range } = part
    if (!range && next === 0) {
      yield part
      return
    }
    first ??= part
    const total = first.range?.total ?? 0
    const end = Math.min(next + partSize, total) - 1
    const isAsked = range?.start === next && range.end === end && range.total === total && next <= end
    if (!isAsked || part.etag !== first.etag) {
      await part.body.cancel()
      throw partError(
        part,
        isAsked
          ? 'the file has changed since its first part'
          : `WeCom did not return the requested part, which begins at byte ${next}`,
      )
    }
    yield { ...part, body: exactly(part, end - next + 1) }
    next = end + 1
    if (next >= total) return
  }
}

function exactly(part: DownloadedMedia, length: number): ReadableStream<Uint8Array> {
  let seen = 0
  const check = (fits: boolean): void => {
    if (!fits) throw partError(part, `WeCom returned ${seen} bytes for a part of ${length} bytes`)
  }
  return part.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        seen += chunk.byteLength
        check(seen <= length)
        controller.enqueue(chunk)
      },
      flush: () => check(seen === length),
    }),
  )
}

function partError({ range, contentType, size = 0 }: DownloadedMedia, problem: string): WeComResponseError {
  const facts = { status: range ? 206 : 200, type: contentType, length: size }
  return new WeComResponseError(getMediaEndpoint, problem, facts, false)
}
