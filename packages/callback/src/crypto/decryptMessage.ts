import { WeComCallbackError } from '../errors/WeComCallbackError.ts'
import { decodeBase64 } from '../text/base64.ts'
import type { CallbackKey } from './importKey.ts'
import { unpad } from './padding.ts'

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
/** 16 random bytes and 4 of length stand before the message. */
const prefix = 20

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
  const end = prefix + new DataView(plaintext.buffer, plaintext.byteOffset).getUint32(16)
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
