import { type Endpoint, WeComValidationError } from '@wecom/core'
import * as v from 'valibot'
import { isAmr, readAmrSeconds } from './formats/amr.ts'
import { readBytes } from './formats/bytes.ts'
import type { ImageSize } from './formats/ImageSize.ts'
import { isJpeg, jpegSize } from './formats/jpeg.ts'
import { isMp4, mp4Seconds } from './formats/mp4.ts'
import { isPng, pngHeadLength, readPngSize } from './formats/png.ts'
import { readFile } from './formats/reading.ts'

export type MediaFileRules =
  | { readonly kind: 'image'; readonly maxSides?: ImageSides | undefined }
  | { readonly kind: 'voice' | 'video'; readonly maxSeconds?: number | undefined }

/** Maximum size of an image, in pixels: `long` for its longer side, `short` for its shorter side. */
export interface ImageSides {
  readonly long: number
  readonly short: number
}

/**
 * Throws a `WeComValidationError` if the content of `media` breaks one of WeCom's rules for files. The function accepts
 * content that it cannot interpret, because WeCom then decides.
 */
export async function checkMediaFile<Params extends { media: File }, Result extends object>(
  endpoint: Endpoint<Params, Result>,
  params: Params,
  rulesOf: (params: Params) => MediaFileRules | undefined,
): Promise<void> {
  // The client refuses invalid parameters later; `media` may be no file at all here.
  const rules = v.is(endpoint.params, params) ? rulesOf(params) : undefined
  const message = rules && (await findProblem(params.media, rules))
  if (message) throw new WeComValidationError(endpoint, [{ path: 'media', message }])
}

async function findProblem(file: File, rules: MediaFileRules): Promise<string | undefined> {
  const head = await readBytes(file, 0, pngHeadLength)
  switch (rules.kind) {
    case 'image': {
      if (!isPng(head) && !isJpeg(head)) return 'must be JPG or PNG, but its content is neither'
      if (!rules.maxSides) return undefined
      return tooManyPixels(isPng(head) ? readPngSize(head) : await readFile(file, jpegSize()), rules.maxSides)
    }
    case 'voice': {
      if (!isAmr(head)) return 'must be AMR, but its content is not'
      return rules.maxSeconds === undefined ? undefined : tooLong(await readAmrSeconds(file), rules.maxSeconds)
    }
    case 'video': {
      if (!isMp4(head)) return 'must be MP4, but its content is not'
      return rules.maxSeconds === undefined
        ? undefined
        : tooLong(await readFile(file, mp4Seconds(file.size)), rules.maxSeconds)
    }
  }
}

function tooManyPixels(size: ImageSize | undefined, { long, short }: ImageSides): string | undefined {
  if (!size) return undefined
  const { width, height } = size
  if (Math.max(width, height) <= long && Math.min(width, height) <= short) return undefined
  return `at most ${long} px on the long side and ${short} px on the short side, got ${width} × ${height}`
}

function tooLong(seconds: number | undefined, max: number): string | undefined {
  // Recorders that stop at the limit exceed it by a frame or two. WeCom does not document how it rounds.
  if (seconds === undefined || Math.floor(seconds) <= max) return undefined
  return `at most ${max} seconds, got ${Math.floor(seconds)}`
}
