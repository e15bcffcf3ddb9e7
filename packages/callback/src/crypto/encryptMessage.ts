import { encodeBase64 } from '../text/base64.ts'
import type { CallbackKey } from './importKey.ts'
import { pad } from './padding.ts'

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
 * @see https://developer.work.weixin.qq.com/document/path/90968
 *
 * @example
 * const encrypt = await encryptMessage({ key, receiveId: 'ww1', message: '<xml>…</xml>' })
 */
export async function encryptMessage({
  key: { cryptoKey, iv },
  receiveId,
  message,
  random = crypto.getRandomValues(new Uint8Array(16)),
}: EncryptMessageOptions): Promise<string> {
  const messageBytes = new TextEncoder().encode(message)
  const receiveIdBytes = new TextEncoder().encode(receiveId)
  const plaintext = new Uint8Array(20 + messageBytes.length + receiveIdBytes.length)
  plaintext.set(random)
  new DataView(plaintext.buffer).setUint32(16, messageBytes.length)
  plaintext.set(messageBytes, 20)
  plaintext.set(receiveIdBytes, 20 + messageBytes.length)

  const ciphertext = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-CBC', iv }, cryptoKey, pad(plaintext)))
  // WebCrypto has put padding of its own behind WeCom's: one block.
  return encodeBase64(ciphertext.subarray(0, -16))
}
