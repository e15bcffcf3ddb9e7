import { cbc } from '@noble/ciphers/aes.js'
import { WeComCallbackError } from '../errors/WeComCallbackError.ts'

/**
 * An imported EncodingAESKey. Closures hold the key, not fields, so that printing or stringifying the object does not
 * reveal it.
 */
export interface CallbackKey {
  /** Encrypts a text of whole blocks by AES-256-CBC, without adding padding. */
  readonly encrypt: (plaintext: Uint8Array) => Uint8Array<ArrayBuffer>
  /** Decrypts a ciphertext by AES-256-CBC. The padding stays in the result. */
  readonly decrypt: (ciphertext: Uint8Array) => Uint8Array<ArrayBuffer>
}

/**
 * EncodingAESKey — imports the key of the callback settings for `decryptMessage` and `encryptMessage`.
 *
 * The cipher is synchronous and accepts WeCom's padding to 32 bytes. WebCrypto would refuse half of all messages
 * because of that padding, and uses another thread for work of ten microseconds.
 *
 * @param encodingAesKey - the EncodingAESKey, 43 characters.
 * @throws {WeComCallbackError} `key`: the key is not 43 characters of base64.
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
 * Decodes the 32 bytes of the key. Two bits of the 43rd character are unused, and real keys may set them. `atob`
 * ignores these bits. Stricter decoders would refuse such a key.
 */
function decodeKey(encodingAesKey: string): Uint8Array<ArrayBuffer> {
  if (/^\s|\s$/.test(encodingAesKey)) {
    throw new WeComCallbackError('key', 'the encoding key (EncodingAESKey) begins or ends with a space or a line break')
  }
  if (!/^[A-Za-z0-9+/]{43}$/.test(encodingAesKey)) throw new WeComCallbackError('key')
  return decodeBase64(`${encodingAesKey}=`)
}

/** Decodes base64 strictly. `atob` alone would accept blanks and missing padding. */
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
