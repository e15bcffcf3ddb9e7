import type { Duplex } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'

const decoders: Readonly<Record<string, () => Duplex>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

/** Maximum number of encodings of one body. More than one is rare, but a server could name thousands. */
const maxEncodings = 5

/**
 * Creates the streams that decode a body, in order.
 *
 * @param encoding - the header `content-encoding`: names in the order in which they were applied.
 * @returns the streams. If one of the names is unknown, there are none, and the body stays encoded, as with `fetch`.
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
