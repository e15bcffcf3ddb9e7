import { type Duplex, Transform } from 'node:stream'
import zlib from 'node:zlib'

const decoders: Readonly<Record<string, () => Duplex>> = {
  gzip: zlib.createGunzip,
  'x-gzip': zlib.createGunzip,
  deflate: createInflate,
  br: zlib.createBrotliDecompress,
  // Node 22.12 has no zstd.
  ...('createZstdDecompress' in zlib && { zstd: zlib.createZstdDecompress }),
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

/** Creates a decoder for `deflate`. Some servers send it without the header of zlib, against the standard. */
function createInflate(): Duplex {
  let inflate: Duplex | undefined
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      inflate ??= startInflate(this, chunk[0])
      inflate.write(chunk, done)
    },
    flush(done) {
      inflate ??= startInflate(this)
      // It has already ended if the server sent more bytes.
      if (inflate.readableEnded) done()
      else inflate.on('end', done).end()
    },
    destroy(error, done) {
      inflate?.destroy()
      done(error)
    },
  })
}

function startInflate(target: Transform, firstByte = 0): Duplex {
  // The low half of the first byte of a zlib header is always 8.
  const inflate = (firstByte & 15) === 8 ? zlib.createInflate() : zlib.createInflateRaw()
  return inflate.on('data', (part) => target.push(part)).on('error', (error) => target.destroy(error))
}
