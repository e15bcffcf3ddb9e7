import type { Duplex } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'

const decoders: Readonly<Record<string, () => Duplex>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

/** More than one is rare, but a server could name thousands. */
const maxEncodings = 5

/**
 * Makes the streams that decode a body, in order.
 *
 * @param encoding - the header `content-encoding`: names in the order in which they were applied.
 * @returns no streams if one of the names is unknown: the body then stays encoded, as with `fetch`.
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
