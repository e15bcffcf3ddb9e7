import { cbc } from '@noble/ciphers/aes.js'
import { WeComCallbackError } from '../errors/WeComCallbackError.ts'

/**
 * An imported EncodingAESKey. Printing or serializing this object does not reveal the key, because no field contains
 * it.
 */
export interface CallbackKey {
  /** Encrypts bytes with AES-256-CBC. Adds no padding, so the number of bytes must be a multiple of 16. */
  readonly encrypt: (plaintext: Uint8Array) => Uint8Array<ArrayBuffer>
  /** Decrypts bytes with AES-256-CBC. Does not remove the padding that the sender added. */
  readonly decrypt: (ciphertext: Uint8Array) => Uint8Array<ArrayBuffer>
}

/**
 * EncodingAESKey — imports the EncodingAESKey of the callback settings. Pass the result to `decryptMessage` and
 * `encryptMessage` as `key`.
 *
 * The functions `encrypt` and `decrypt` of the result are synchronous. They do not use WebCrypto, for two reasons:
 * - WeCom pads messages to multiples of 32 bytes. WebCrypto accepts at most 16 bytes of padding, so it would refuse
 *   half of all messages.
 * - Decrypting one message takes ten microseconds. WebCrypto decrypts in another thread, and passing the message to
 *   this thread takes longer.
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

function decodeKey(encodingAesKey: string): Uint8Array<ArrayBuffer> {
  if (encodingAesKey.trim() !== encodingAesKey) {
    throw new WeComCallbackError('key', 'the encoding key (EncodingAESKey) begins or ends with a space or a line break')
  }
  if (!/^[A-Za-z0-9+/]{43}$/.test(encodingAesKey)) throw new WeComCallbackError('key')
  // The last two bits of the 43rd character are unused, but real keys may set them. `atob` ignores these bits. Stricter
  // decoders would refuse such a key.
  return decodeBase64(`${encodingAesKey}=`)
}

export function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  // `atob` alone would accept blanks and missing padding.
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) throw new WeComCallbackError('base64')
  const characters = atob(text)
  const bytes = new Uint8Array(characters.length)
  for (let index = 0; index < bytes.length; index++) bytes[index] = characters.charCodeAt(index)
  return bytes
}

export function encodeBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}
