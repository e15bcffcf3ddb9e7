import type { Duplex } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'

const decoders: Readonly<Record<string, () => Duplex>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

/** Real bodies have at most one encoding, but a hostile server could name thousands. */
const maxEncodings = 5

/**
 * Creates the streams that decode a body. Returns none if an encoding is unknown, or if there are too many. The body
 * then stays encoded, as with `fetch`.
 *
 * @param encoding - value of the header `content-encoding`: the encodings in the order in which the server applied
 *   them.
 */
export function createDecoders(encoding: string): Duplex[] {
  const names = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
    .toReversed()
  if (names.length > maxEncodings || !names.every((name) => Object.hasOwn(decoders, name))) return []
  return names.flatMap((name) => decoders[name]?.() ?? [])
}
