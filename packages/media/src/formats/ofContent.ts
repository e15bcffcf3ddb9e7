import { isAmr } from './amr.ts'
import type { ImageSize } from './ImageSize.ts'
import { isJpeg, jpegSize } from './jpeg.ts'
import { isMp4, mp4Seconds } from './mp4.ts'
import { isPng, pngHeadLength, readPngSize } from './png.ts'
import { readContent } from './reading.ts'

/** Detects the kind of a file by its first bytes. Returns undefined for formats that WeCom does not accept. */
export function kindOfContent(content: Uint8Array): 'image' | 'voice' | 'video' | undefined {
  const head = headOf(content)
  if (isPng(head) || isJpeg(head)) return 'image'
  if (isAmr(head)) return 'voice'
  return isMp4(head) ? 'video' : undefined
}

/**
 * Returns the width and height of a PNG or JPEG image, in pixels. Returns undefined if the content does not contain the
 * width and height.
 */
export function imageSizeOf(content: Uint8Array): ImageSize | undefined {
  const head = headOf(content)
  return isPng(head) ? readPngSize(head) : readContent(content, jpegSize())
}

/** Returns the duration of an MP4 video, in seconds. Returns undefined if the content does not contain the duration. */
export function videoSecondsOf(content: Uint8Array): number | undefined {
  return readContent(content, mp4Seconds(content.length))
}

function headOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, Math.min(byteLength, pngHeadLength))
}
