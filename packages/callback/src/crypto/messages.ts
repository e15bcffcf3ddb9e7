import { WeComCallbackError } from '../errors/WeComCallbackError.ts'
import { type CallbackKey, decodeBase64, encodeBase64 } from './key.ts'

export interface EncryptMessageOptions {
  /** From `importKey`. */
  readonly key: CallbackKey
  /** Id of the corp or suite. */
  readonly receiveId: string
  /** XML or JSON. */
  readonly message: string
  /** The first 16 bytes, for tests that need the same ciphertext again. Default: random. */
  readonly random?: Uint8Array | undefined
}

export interface DecryptMessageOptions {
  /** From `importKey`. */
  readonly key: CallbackKey
  /** The ciphertext: `echostr` of a verification, `Encrypt` of a delivery. */
  readonly encrypt: string
  /** Ids of the corps and suites whose messages are accepted. An empty text is for apps of a natural person. */
  readonly receiveIds: ReceiveIds
}

/** You may add ids to a set at any time: it is checked for every message. */
export type ReceiveIds = readonly string[] | ReadonlySet<string>

export interface DecryptedMessage {
  /** XML or JSON; for a verification the text to answer with. */
  readonly message: string
  /** The receive id of the message, one of those accepted. */
  readonly receiveId: string
}

// Created once: creating one takes longer than decoding a message.
/** Keeps a byte-order mark, so that an id with one is refused. */
const idDecoder = new TextDecoder('utf-8', { ignoreBOM: true })
const messageDecoder = new TextDecoder()

const cipherBlock = 16
const randomLength = 16
/** The random bytes and 4 bytes of length precede the message. */
const prefix = randomLength + 4
/** WeCom pads by PKCS#7 to 32 bytes, twice the block size of the cipher. */
const paddedBlock = 32

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
  const plaintext = new Uint8Array(prefix + messageBytes.length + receiveIdBytes.length)
  plaintext.set(random)
  new DataView(plaintext.buffer).setUint32(randomLength, messageBytes.length)
  plaintext.set(messageBytes, prefix)
  plaintext.set(receiveIdBytes, prefix + messageBytes.length)

  return encodeBase64(key.encrypt(pad(plaintext)))
}

/**
 * 解密消息体 — decrypts the message of a callback. Check the signature first: decryption does not notice every change.
 *
 * @param options - {@link DecryptMessageOptions}
 * @throws {WeComCallbackError} `base64`, `length`, `padding`, `message-length`, `receive-id`. Answer all of them in the
 * same way, so that the sender cannot distinguish them.
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

/**
 * Removes a byte-order mark. Replaces invalid UTF-8 instead of refusing it: WeCom cuts long channel values (State) at
 * 64 bytes, even within a character.
 */
function decodeMessage(bytes: Uint8Array): string {
  return messageDecoder.decode(bytes)
}

/** @returns the bytes with 1 to 32 more, each of which is their count. */
export function pad(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const count = paddedBlock - (bytes.length % paddedBlock)
  const padded = new Uint8Array(bytes.length + count).fill(count)
  padded.set(bytes)
  return padded
}

/**
 * Removes the padding. Checks all of the last 32 bytes without a branch, so that the time reveals nothing about them.
 *
 * @param bytes - at least 32.
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
