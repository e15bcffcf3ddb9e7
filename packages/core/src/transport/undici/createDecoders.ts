import type { Duplex } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'

const decoders: Readonly<Record<string, () => Duplex>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

// Real bodies have at most one encoding, but a hostile server could name thousands.
const maxEncodings = 5

export function createDecoders(encoding: string): Duplex[] {
  const names = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
    // The header names the encodings in the order in which the server applied them.
    .toReversed()
  // The body then stays encoded, as with `fetch`.
  if (names.length > maxEncodings || !names.every((name) => Object.hasOwn(decoders, name))) return []
  return names.flatMap((name) => decoders[name]?.() ?? [])
}
