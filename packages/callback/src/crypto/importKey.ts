import { cbc } from '@noble/ciphers/aes.js'
import { WeComCallbackError } from '../errors/WeComCallbackError.ts'
import { decodeBase64 } from '../text/base64.ts'

/**
 * An EncodingAESKey made ready for use. What it holds is closed over, not held in fields: printed or stringified it shows
 * nothing of the key, of which the initialisation vector is a half.
 */
export interface CallbackKey {
  /** AES-256-CBC of whole blocks, with no padding of its own. */
  readonly encrypt: (plaintext: Uint8Array) => Uint8Array<ArrayBuffer>
  /** The way back; the padding that WeCom has put there stays. */
  readonly decrypt: (ciphertext: Uint8Array) => Uint8Array<ArrayBuffer>
}

/**
 * EncodingAESKey — makes the key of the callback settings ready for `decryptMessage` and `encryptMessage`.
 *
 * The cipher works at once, and takes WeCom's padding to 32 bytes as it is. WebCrypto would refuse half of all messages
 * for it, and makes a task for another thread out of what takes ten microseconds.
 *
 * @param encodingAesKey - 43 characters.
 * @throws {WeComCallbackError} `key`: it is not 43 characters of base64.
 * @see https://developer.work.weixin.qq.com/document/path/90968
 *
 * @example
 * const key = importKey(encodingAesKey)
 */
export function importKey(encodingAesKey: string): CallbackKey {
  const key = decodeKey(encodingAesKey)
  const iv = key.slice(0, 16)
  const cipher = (): ReturnType<typeof cbc> => cbc(key, iv, { disablePadding: true })
  return {
    encrypt: (plaintext) => cipher().encrypt(plaintext),
    decrypt: (ciphertext) => cipher().decrypt(ciphertext),
  }
}

/**
 * The 32 bytes of the key. Two bits of the 43rd character are not used; real keys leave them set, and `atob` ignores
 * them where stricter decoders refuse the key.
 */
function decodeKey(encodingAesKey: string): Uint8Array<ArrayBuffer> {
  if (!/^[A-Za-z0-9+/]{43}$/.test(encodingAesKey)) throw new WeComCallbackError('key')
  return decodeBase64(`${encodingAesKey}=`)
}
