import { readAscii, readBytes } from './bytes.ts'

const framesPerSecond = 50
const chunkLength = 65_536

/**
 * Sizes of AMR frames in bytes, including the frame header. Each key is the text at the start of a file: `#!AMR` for
 * narrowband, `#!AMR-WB` for wideband. The index in a list is the number of the frame type. The size 0 means that there
 * is no such type.
 */
const variants: Readonly<Record<string, readonly number[]>> = {
  '#!AMR\n': [13, 14, 16, 18, 20, 21, 27, 32, 6, 0, 0, 0, 0, 0, 0, 1],
  '#!AMR-WB\n': [18, 24, 33, 37, 41, 47, 51, 59, 61, 6, 0, 0, 0, 0, 1, 1],
}

export function isAmr(head: DataView): boolean {
  return readAscii(head, 0, 5) === '#!AMR'
}

export async function readAmrSeconds(file: Blob): Promise<number | undefined> {
  const head = readAscii(await readBytes(file, 0, 9), 0, 9)
  const [magic, frameLengths] = Object.entries(variants).find(([opening]) => head.startsWith(opening)) ?? []
  if (magic === undefined || frameLengths === undefined) return undefined

  let frames = 0
  for (let start = magic.length; ;) {
    const chunk = await readBytes(file, start, chunkLength)
    if (chunk.byteLength === 0) return frames / framesPerSecond
    let at = 0
    while (at < chunk.byteLength) {
      const length = frameLengths[(chunk.getUint8(at) >> 3) & 0b1111]
      if (!length) return frames / framesPerSecond
      at += length
      frames += 1
    }
    // The last frame may continue in the next chunk.
    start += at
  }
}
