import { cbc } from '@noble/ciphers/aes.js'
import { WeComCallbackError } from '../errors/WeComCallbackError.ts'

/**
 * An imported EncodingAESKey. The object has functions but no field that contains the key, so printing or serializing
 * the object does not reveal the key.
 */
export interface CallbackKey {
  /** Encrypts bytes by AES-256-CBC. It adds no padding, so the length must be a multiple of 16 bytes. */
  readonly encrypt: (plaintext: Uint8Array) => Uint8Array<ArrayBuffer>
  /** Decrypts bytes by AES-256-CBC. It does not remove the padding. */
  readonly decrypt: (ciphertext: Uint8Array) => Uint8Array<ArrayBuffer>
}

/**
 * EncodingAESKey — imports the EncodingAESKey of the callback settings for `decryptMessage` and `encryptMessage`.
 *
 * The cipher is synchronous and does not use WebCrypto. WebCrypto accepts padding of up to 16 bytes only, but WeCom
 * pads messages to multiples of 32 bytes, so WebCrypto would refuse half of all messages. WebCrypto also uses another
 * thread, although one message takes only ten microseconds.
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
 * Decodes an EncodingAESKey to its 32 bytes. The last two bits of the 43rd character are unused, but real keys may have
 * them set. `atob` ignores these bits, while stricter decoders would refuse such a key.
 */
function decodeKey(encodingAesKey: string): Uint8Array<ArrayBuffer> {
  if (encodingAesKey.trim() !== encodingAesKey) {
    throw new WeComCallbackError('key', 'the encoding key (EncodingAESKey) begins or ends with a space or a line break')
  }
  if (!/^[A-Za-z0-9+/]{43}$/.test(encodingAesKey)) throw new WeComCallbackError('key')
  return decodeBase64(`${encodingAesKey}=`)
}

/** Decodes base64 and refuses blanks and missing padding. `atob` alone would accept both. */
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
