import { encodeBase64 } from '../text/base64.ts'
import type { CallbackKey } from './importKey.ts'
import { pad } from './padding.ts'

const randomLength = 16

export interface EncryptMessageOptions {
  /** Made by `importKey`. */
  readonly key: CallbackKey
  /** Whom it is for or from: the id of the corp or suite. */
  readonly receiveId: string
  /** XML or JSON. */
  readonly message: string
  /** The 16 bytes at its start. Leave them out, unless the same ciphertext is to come out again, as in tests. */
  readonly random?: Uint8Array | undefined
}

/**
 * 加密消息体 — encrypts a message as WeCom does.
 *
 * @param options - {@link EncryptMessageOptions}
 * @returns the ciphertext in base64.
 * @throws {RangeError} `random` is not 16 bytes.
 * @see https://developer.work.weixin.qq.com/document/path/90968
 *
 * @example
 * const encrypt = encryptMessage({ key, receiveId: 'ww1', message: '<xml>…</xml>' })
 */
export function encryptMessage({
  key,
  receiveId,
  message,
  random = crypto.getRandomValues(new Uint8Array(randomLength)),
}: EncryptMessageOptions): string {
  if (random.length !== randomLength) throw new RangeError(`random must be ${randomLength} bytes, not ${random.length}`)
  const messageBytes = new TextEncoder().encode(message)
  const receiveIdBytes = new TextEncoder().encode(receiveId)
  const plaintext = new Uint8Array(20 + messageBytes.length + receiveIdBytes.length)
  plaintext.set(random)
  new DataView(plaintext.buffer).setUint32(16, messageBytes.length)
  plaintext.set(messageBytes, 20)
  plaintext.set(receiveIdBytes, 20 + messageBytes.length)

  return encodeBase64(key.encrypt(pad(plaintext)))
}
