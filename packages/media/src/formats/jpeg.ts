import type { ImageSize } from './ImageSize.ts'
import type { Reading } from './reading.ts'

// Limits the work for malicious files. Real files have a few segments, or some hundred if their metadata is large.
const maxSegments = 1000

const fillByte = 0xff
const startOfScan = 0xda
const endOfImage = 0xd9

export function isJpeg(head: DataView): boolean {
  return head.byteLength >= 3 && head.getUint16(0) === 0xffd8 && head.getUint8(2) === 0xff
}

export function* jpegSize(): Reading<ImageSize | undefined> {
  let offset = 2
  for (let seen = 0; seen < maxSegments; seen++) {
    const segment = yield { start: offset, length: 9 }
    if (segment.byteLength < 9 || segment.getUint8(0) !== 0xff) return undefined
    const marker = segment.getUint8(1)
    if (marker === startOfScan || marker === endOfImage) return undefined
    if (isFrame(marker)) return { width: segment.getUint16(7), height: segment.getUint16(5) }
    if (marker === fillByte) offset += 1
    else if (standsAlone(marker)) offset += 2
    else offset += 2 + segment.getUint16(2)
  }
  return undefined
}

function isFrame(marker: number): boolean {
  // SOF0 to SOF15. Three markers of this range have another meaning.
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

function standsAlone(marker: number): boolean {
  // TEM, and RST0 to RST7.
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)
}
