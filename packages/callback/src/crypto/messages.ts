import { WeComCallbackError } from '../errors/WeComCallbackError.ts'
import { type CallbackKey, decodeBase64, encodeBase64 } from './key.ts'

export interface EncryptMessageOptions {
  /** Made by `importKey`. */
  readonly key: CallbackKey
  /** The id of the corp or suite that it is for or from. */
  readonly receiveId: string
  /** XML or JSON. */
  readonly message: string
  /** The 16 bytes at its start. Leave them out, unless the same ciphertext is to come out again, as in tests. */
  readonly random?: Uint8Array | undefined
}

export interface DecryptMessageOptions {
  /** Made by `importKey`. */
  readonly key: CallbackKey
  /** The ciphertext: `echostr` of a verification, `Encrypt` of a delivery. */
  readonly encrypt: string
  /** Ids of the corps and suites whose messages are accepted; an empty text stands for apps of a natural person. */
  readonly receiveIds: ReceiveIds
}

/** A set is looked into at every message: ids may be added to it at any time. */
export type ReceiveIds = readonly string[] | ReadonlySet<string>

export interface DecryptedMessage {
  /** XML or JSON; of a verification the text to answer with. */
  readonly message: string
  /** The ReceiveId in it, which is one of those accepted. */
  readonly receiveId: string
}

// Made once: making one takes longer than decoding a message.
/** A byte-order mark is part of an id: there is none in those that are accepted. */
const idDecoder = new TextDecoder('utf-8', { ignoreBOM: true })
const messageDecoder = new TextDecoder()

const cipherBlock = 16
const randomLength = 16
/** The random bytes and 4 bytes of length stand before the message. */
const prefix = randomLength + 4
/** WeCom pads by PKCS#7 to 32 bytes, twice the cipher's own block. */
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
 * 解密消息体 — decrypts what a callback carries. Check the signature first: this alone does not notice every change.
 *
 * @param options - {@link DecryptMessageOptions}
 * @throws {WeComCallbackError} `base64`, `length`, `padding`, `message-length`, `receive-id`. Towards the sender
 *   they should all look the same.
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
 * Takes a byte-order mark off. Bytes that are no UTF-8 become replacement characters instead of a refusal: WeCom cuts
 * long channel values (State) at 64 bytes, through a character if need be.
 */
function decodeMessage(bytes: Uint8Array): string {
  return messageDecoder.decode(bytes)
}

/** @returns the bytes and 1 to 32 more, each of which is their number. */
export function pad(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const count = paddedBlock - (bytes.length % paddedBlock)
  const padded = new Uint8Array(bytes.length + count).fill(count)
  padded.set(bytes)
  return padded
}

/**
 * Takes the padding off. It looks at all of the last 32 bytes, without a branch, so that its time tells nothing about them.
 *
 * @param bytes - at least 32.
 */
export function unpad(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const tail = bytes.subarray(-paddedBlock)
  const count = tail[paddedBlock - 1] ?? 0
  // A negative number, shifted like this, has all bits set; others have none.
  let wrong = ((count - 1) | (paddedBlock - count)) >> 31
  for (let index = 0; index < paddedBlock; index++) {
    const isPadding = (paddedBlock - index - 1 - count) >> 31
    wrong |= isPadding & ((tail[index] ?? 0) ^ count)
  }
  if (wrong !== 0) throw new WeComCallbackError('padding')
  return bytes.subarray(0, bytes.length - count)
}
