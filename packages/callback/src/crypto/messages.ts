import { WeComCallbackError } from '../errors/WeComCallbackError.ts'
import { type CallbackKey, decodeBase64, encodeBase64 } from './key.ts'

export interface EncryptMessageOptions {
  /** Imported EncodingAESKey of the callback settings, from `importKey`. */
  readonly key: CallbackKey
  /** Id of the corp or suite (third-party app, 第三方应用) that the message is for. */
  readonly receiveId: string
  /** The message to encrypt, as XML or JSON. */
  readonly message: string
  /**
   * The 16 random bytes that `encryptMessage` puts before the message. Set them only in tests that need the same
   * ciphertext on every run. Default: new random bytes.
   */
  readonly random?: Uint8Array | undefined
}

export interface DecryptMessageOptions {
  /** Imported EncodingAESKey of the callback settings, from `importKey`. */
  readonly key: CallbackKey
  /**
   * Ciphertext in base64. When WeCom verifies the callback URL, it is the query parameter `echostr`. When WeCom
   * delivers an event, it is the field `Encrypt` of the body.
   */
  readonly encrypt: string
  /**
   * Ids of the corps and suites (third-party apps, 第三方应用) for which `decryptMessage` accepts messages. For an app of an
   * individual developer without a corp, add the empty text `''` to the list.
   */
  readonly receiveIds: ReceiveIds
}

/**
 * List or set of corp ids and suite ids. This package accepts only messages for these corps and suites. You may add ids
 * to a set at any time, because the package reads the set for every message.
 */
export type ReceiveIds = readonly string[] | ReadonlySet<string>

export interface DecryptedMessage {
  /**
   * The decrypted text. When WeCom delivers an event, it is XML or JSON. When WeCom verifies the callback URL, it is
   * the text that your response must contain.
   */
  readonly message: string
  /** Id of the corp or suite that the message is for. `decryptMessage` has checked that it is one of `receiveIds`. */
  readonly receiveId: string
}

// Created once: creating one takes longer than decoding a message.
// Does not remove a byte-order mark, so a corp id or suite id with such a mark is refused.
const idDecoder = new TextDecoder('utf-8', { ignoreBOM: true })
const messageDecoder = new TextDecoder()

const cipherBlock = 16
const randomLength = 16
// 16 random bytes, then 4 bytes with the length of the message.
const prefix = randomLength + 4
// WeCom pads messages by PKCS#7 to multiples of 32 bytes, although a block of AES has 16 bytes.
const paddedBlock = 32

/**
 * 加密消息体 — encrypts a message in the same way as WeCom.
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
  const plaintext = new Uint8Array(prefix + messageBytes.length + receiveIdBytes.length)
  plaintext.set(random)
  new DataView(plaintext.buffer).setUint32(randomLength, messageBytes.length)
  plaintext.set(messageBytes, prefix)
  plaintext.set(receiveIdBytes, prefix + messageBytes.length)

  return encodeBase64(key.encrypt(pad(plaintext)))
}

/**
 * 解密消息体 — decrypts the message of a callback. Verify the signature first, because decryption does not always detect
 * that somebody has changed the ciphertext.
 *
 * @param options - {@link DecryptMessageOptions}
 * @throws {WeComCallbackError} the ciphertext is invalid, or the message is for another receiver. The `kind` of the
 *   error is `base64`, `length`, `padding`, `message-length` or `receive-id`. Send the same response for all kinds, so
 *   that an attacker cannot find out which check failed.
 * @see https://developer.work.weixin.qq.com/document/path/90968
 *
 * @example
 * const { message } = decryptMessage({ key, encrypt, receiveIds: ['ww1'] })
 */
export function decryptMessage({ key, encrypt, receiveIds }: DecryptMessageOptions): DecryptedMessage {
  const ciphertext = decodeBase64(encrypt)
  if (ciphertext.length < 2 * cipherBlock || ciphertext.length % cipherBlock !== 0) {
    throw new WeComCallbackError('length')
  }
  const plaintext = unpad(key.decrypt(ciphertext))
  if (plaintext.length < prefix) throw new WeComCallbackError('message-length')
  const end = prefix + new DataView(plaintext.buffer, plaintext.byteOffset).getUint32(randomLength)
  if (end > plaintext.length) throw new WeComCallbackError('message-length')

  const receiveId = idDecoder.decode(plaintext.subarray(end))
  const isAccepted = 'has' in receiveIds ? receiveIds.has(receiveId) : receiveIds.includes(receiveId)
  if (!isAccepted) throw new WeComCallbackError('receive-id')
  return { message: decodeMessage(plaintext.subarray(prefix, end)), receiveId }
}

function decodeMessage(bytes: Uint8Array): string {
  // Invalid UTF-8 causes no error, because WeCom cuts long channel values (field `State`) at 64 bytes, even inside a
  // character.
  return messageDecoder.decode(bytes)
}

export function pad(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  // PKCS#7: 1 to 32 bytes, each of which contains the number of added bytes.
  const count = paddedBlock - (bytes.length % paddedBlock)
  const padded = new Uint8Array(bytes.length + count).fill(count)
  padded.set(bytes)
  return padded
}

/**
 * Removes the padding at the end of a decrypted message, which must contain at least 32 bytes. The function always
 * checks all of the last 32 bytes, without branches. So the time that it takes reveals nothing about the content.
 */
export function unpad(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const tail = bytes.subarray(-paddedBlock)
  const count = tail[paddedBlock - 1] ?? 0
  // The shift sets all bits for a negative number, and none for others.
  let wrong = ((count - 1) | (paddedBlock - count)) >> 31
  for (let index = 0; index < paddedBlock; index++) {
    const isPadding = (paddedBlock - index - 1 - count) >> 31
    wrong |= isPadding & ((tail[index] ?? 0) ^ count)
  }
  if (wrong !== 0) throw new WeComCallbackError('padding')
  return bytes.subarray(0, bytes.length - count)
}
