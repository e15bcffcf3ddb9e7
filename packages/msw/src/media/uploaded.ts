import { Refusal } from '../Refusal.ts'
import { UploadedFile } from '../serve/UploadedFile.ts'

export const megabyte: number = 1024 * 1024

/**
 * Checks what was sent as the file before anything else is looked at.
 *
 * @throws {Refusal} 44001: there is none. 40006: too small. 45001: too large.
 */
export function checkUpload(media: unknown, { min, max }: { readonly min: number; readonly max: number }): void {
  if (!(media instanceof UploadedFile)) throw new Refusal(44001)
  if (media.size < min) throw new Refusal(40006)
  if (media.size > max) throw new Refusal(45001)
}

/** The bytes of a file that came in a form. */
export function contentOf(media: File): Uint8Array<ArrayBuffer> {
  if (media instanceof UploadedFile) return media.content
  throw new TypeError('The parameters of an upload are made by parseForm')
}
