import { WeComCallbackError } from '../errors/WeComCallbackError.ts'
import { decodeBase64 } from '../text/base64.ts'

/** An EncodingAESKey made ready for use. It does not give the key itself away. */
export interface CallbackKey {
  readonly cryptoKey: CryptoKey
  /** The initialisation vector, the same for every message. */
  readonly iv: Uint8Array<ArrayBuffer>
  /** Two blocks that decrypt to one to throw away and one of the padding that WebCrypto is after. */
  readonly ending: Uint8Array<ArrayBuffer>
}

/**
 * EncodingAESKey — makes the key of the callback settings ready for `decryptMessage` and `encryptMessage`. Keep it: this
 * takes as long as decrypting a message.
 *
 * @param encodingAesKey - 43 characters.
 * @throws {WeComCallbackError} `key`: it is not 43 characters of base64.
 * @see https://developer.work.weixin.qq.com/document/path/90968
 *
 * @example
 * const key = await importKey(encodingAesKey)
 */
export async function importKey(encodingAesKey: string): Promise<CallbackKey> {
  const bytes = decodeKey(encodingAesKey)
  const iv = bytes.slice(0, 16)
  const cryptoKey = await crypto.subtle.importKey('raw', bytes, 'AES-CBC', false, ['encrypt', 'decrypt'])
  // The first block may be any: the second one is made to follow it.
  const padding = await crypto.subtle.encrypt({ name: 'AES-CBC', iv }, cryptoKey, new Uint8Array())
  const ending = new Uint8Array(32)
  ending.set(iv)
  ending.set(new Uint8Array(padding), 16)
  return { cryptoKey, iv, ending }
}

/**
 * The 32 bytes of the key. Two bits of the 43rd character are not used; real keys leave them set, and `atob` ignores
 * them where stricter decoders refuse the key.
 */
export function decodeKey(encodingAesKey: string): Uint8Array<ArrayBuffer> {
  if (!/^[A-Za-z0-9+/]{43}$/.test(encodingAesKey)) throw new WeComCallbackError('key')
  return decodeBase64(`${encodingAesKey}=`)
}
