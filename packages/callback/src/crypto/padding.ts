import { WeComCallbackError } from '../errors/WeComCallbackError.ts'

/** WeCom pads by PKCS#7 to 32 bytes, twice the cipher's own block. */
const blockSize = 32

/** @returns the bytes with 1 to 32 more, each of which is their number. */
export function pad(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const count = blockSize - (bytes.length % blockSize)
  const padded = new Uint8Array(bytes.length + count).fill(count)
  padded.set(bytes)
  return padded
}

/**
 * Looks at the last 32 bytes whatever they are, without a branch, so that the time it takes tells nothing about them.
 *
 * @param bytes - at least 32.
 */
export function unpad(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const tail = bytes.subarray(-blockSize)
  const count = tail[blockSize - 1] ?? 0
  // A negative number, shifted like this, has all bits set; others have none.
  let wrong = ((count - 1) | (blockSize - count)) >> 31
  for (let index = 0; index < blockSize; index++) {
    const isPadding = (blockSize - index - 1 - count) >> 31
    wrong |= isPadding & ((tail[index] ?? 0) ^ count)
  }
  if (wrong !== 0) throw new WeComCallbackError('padding')
  return bytes.subarray(0, bytes.length - count)
}
