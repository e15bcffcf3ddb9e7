import { Refusal } from '../Refusal.ts'
import { UploadedFile } from '../serve/UploadedFile.ts'

export const megabyte: number = 1024 * 1024

/** In bytes. */
export interface UploadLimits {
  readonly min: number
  readonly max: number
  /** What too large a file gets. Default 45001. */
  readonly tooLarge?: number | undefined
}

/**
 * Checks what was sent as the file before anything else is looked at.
 *
 * @throws {Refusal} 44001: there is none. 40006: too small. 45001: too large.
 */
export function checkUpload(media: unknown, { min, max, tooLarge = 45001 }: UploadLimits): void {
  if (!(media instanceof UploadedFile)) throw new Refusal(44001)
  if (media.size < min) throw new Refusal(40006)
  if (media.size > max) throw new Refusal(tooLarge)
}

/** The bytes of a file that came in a form. */
export function contentOf(media: File): Uint8Array<ArrayBuffer> {
  if (media instanceof UploadedFile) return media.content
  throw new TypeError('The parameters of an upload are made by parseForm')
}

/** How large the form says a file is: as large as it is, where it does not say. */
export function statedSizeOf(media: File): number {
  return (media instanceof UploadedFile ? media.statedSize : undefined) ?? media.size
}
