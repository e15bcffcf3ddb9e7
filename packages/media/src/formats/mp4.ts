import { readAscii } from './bytes.ts'
import type { Reading } from './reading.ts'

interface Box {
  readonly start: number
  readonly end: number
}

// Limits the work for malicious files. Real files have about ten boxes.
const maxBoxes = 1000

// Files in the first edition of the format have no file type (`ftyp`), and begin with another of these boxes.
const openingBoxes: readonly string[] = ['ftyp', 'moov', 'mdat', 'free', 'skip', 'wide', 'pdin']

// QuickTime videos, HEIC and AVIF pictures, and music have the same structure as MP4.
const otherBrands: readonly string[] = ['qt  ', 'heic', 'heix', 'mif1', 'avif', 'M4A ']

export function isMp4(head: DataView): boolean {
  const opening = readAscii(head, 4, 4)
  return openingBoxes.includes(opening) && !(opening === 'ftyp' && otherBrands.includes(readAscii(head, 8, 4)))
}

export function* mp4Seconds(size: number): Reading<number | undefined> {
  const movie = yield* findBox('moov', { start: 0, end: size })
  const header = movie && (yield* findBox('mvhd', movie))
  if (!movie || !header) return undefined

  const view = yield { start: header.start, length: 32 }
  if (view.byteLength < 32) return undefined
  const isLong = view.getUint8(0) === 1
  const unitsPerSecond = view.getUint32(isLong ? 20 : 12)
  const duration = (isLong ? Number(view.getBigUint64(24)) : view.getUint32(16)) || (yield* fragmentsDuration(movie))
  // All ones mean that the duration was unknown when the header was written.
  const isUnknown = unitsPerSecond === 0 || duration === 0 || duration >= (isLong ? 2 ** 63 : 0xffffffff)
  return isUnknown ? undefined : duration / unitsPerSecond
}

function* fragmentsDuration(movie: Box): Reading<number> {
  // The movie header of a fragmented file has the duration 0. The header of the fragments may contain the real one.
  const fragments = yield* findBox('mvex', movie)
  const header = fragments && (yield* findBox('mehd', fragments))
  if (!header) return 0
  const view = yield { start: header.start, length: 12 }
  if (view.byteLength < 12) return 0
  return view.getUint8(0) === 1 ? Number(view.getBigUint64(4)) : view.getUint32(4)
}

function* findBox(type: string, { start, end }: Box): Reading<Box | undefined> {
  let offset = start
  for (let seen = 0; seen < maxBoxes && offset + 8 <= end; seen++) {
    const view = yield { start: offset, length: 16 }
    if (view.byteLength < 16) return undefined
    const shortLength = view.getUint32(0)
    const headLength = shortLength === 1 ? 16 : 8
    const length = shortLength === 1 ? Number(view.getBigUint64(8)) : shortLength || end - offset
    if (length < headLength) return undefined
    if (readAscii(view, 4, 4) === type) return { start: offset + headLength, end: Math.min(offset + length, end) }
    offset += length
  }
  return undefined
}
