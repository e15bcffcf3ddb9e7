import { WeComCallbackError } from '../errors/WeComCallbackError.ts'
import { decodeBase64 } from '../text/base64.ts'

/**
 * An EncodingAESKey made ready for use. What it holds is closed over, not held in fields: printed or stringified it shows
 * nothing of the key, of which the initialisation vector is a half.
 */
export interface CallbackKey {
  /** AES-256-CBC of whole blocks, with no padding of its own. */
  readonly encrypt: (plaintext: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>
  /** The way back; the padding that WeCom has put there stays. */
  readonly decrypt: (ciphertext: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>
}

const cipherBlock = 16

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
  const algorithm = { name: 'AES-CBC', iv: bytes.slice(0, cipherBlock) }
  const cryptoKey = await crypto.subtle.importKey('raw', bytes, 'AES-CBC', false, ['encrypt', 'decrypt'])

  // Two blocks that decrypt to one to throw away, which may be any, and one of the padding that WebCrypto is after.
  const padding = await crypto.subtle.encrypt(algorithm, cryptoKey, new Uint8Array())
  const ending = new Uint8Array(2 * cipherBlock)
  ending.set(algorithm.iv)
  ending.set(new Uint8Array(padding), cipherBlock)

  return {
    encrypt: async (plaintext) => {
      const encrypted = await crypto.subtle.encrypt(algorithm, cryptoKey, plaintext)
      // Behind it WebCrypto has put a block of padding.
      return new Uint8Array(encrypted, 0, plaintext.length)
    },
    // WebCrypto takes padding to 16 bytes off, and refuses WeCom's padding to 32 whenever it is longer than that: for
    // half of all messages. So it gets an ending with padding to take off; WeCom's stays.
    decrypt: async (ciphertext) => {
      const extended = new Uint8Array(ciphertext.length + ending.length)
      extended.set(ciphertext)
      extended.set(ending, ciphertext.length)
      const decrypted = await crypto.subtle.decrypt(algorithm, cryptoKey, extended)
      return new Uint8Array(decrypted, 0, ciphertext.length)
    },
  }
}

/**
 * The 32 bytes of the key. Two bits of the 43rd character are not used; real keys leave them set, and `atob` ignores
 * them where stricter decoders refuse the key.
 */
export function decodeKey(encodingAesKey: string): Uint8Array<ArrayBuffer> {
  if (!/^[A-Za-z0-9+/]{43}$/.test(encodingAesKey)) throw new WeComCallbackError('key')
  return decodeBase64(`${encodingAesKey}=`)
}
