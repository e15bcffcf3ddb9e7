import { cbc } from '@noble/ciphers/aes.js'
import { WeComCallbackError } from '../errors/WeComCallbackError.ts'

/**
 * An EncodingAESKey made ready for use. Closures hold the key, not fields: printed or stringified, this shows nothing of
 * the key, of which the initialisation vector is a half.
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
 * The cipher is synchronous, and accepts WeCom's padding to 32 bytes. WebCrypto would refuse half of all messages for it,
 * and needs a task for another thread for what takes ten microseconds.
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
  if (/^\s|\s$/.test(encodingAesKey)) {
    throw new WeComCallbackError('key', 'the encoding key (EncodingAESKey) begins or ends with a blank or a line break')
  }
  if (!/^[A-Za-z0-9+/]{43}$/.test(encodingAesKey)) throw new WeComCallbackError('key')
  return decodeBase64(`${encodingAesKey}=`)
}

/** Standard base64 with its padding, and nothing else: `atob` alone would skip blanks and do without padding. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) throw new WeComCallbackError('base64')
  const characters = atob(text)
  const bytes = new Uint8Array(characters.length)
  for (let index = 0; index < bytes.length; index++) bytes[index] = characters.charCodeAt(index)
  return bytes
}

export function encodeBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}
