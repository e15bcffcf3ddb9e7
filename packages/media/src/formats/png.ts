import { readAscii } from './bytes.ts'
import type { ImageSize } from './ImageSize.ts'

// Includes the width and the height.
export const pngHeadLength = 24

export function isPng(head: DataView): boolean {
  return readAscii(head, 0, 8) === '\x89PNG\r\n\x1a\n'
}

export function readPngSize(head: DataView): ImageSize | undefined {
  if (head.byteLength < pngHeadLength || readAscii(head, 12, 4) !== 'IHDR') return undefined
  return { width: head.getUint32(16), height: head.getUint32(20) }
}
