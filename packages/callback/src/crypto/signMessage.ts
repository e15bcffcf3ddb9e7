import { sha1 } from '@noble/hashes/legacy.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { WeComCallbackError } from '../errors/WeComCallbackError.ts'

/** What a signature covers. Timestamp and nonce are the texts of the query, never reformatted. */
export interface SignedMessage {
  /** The Token of the callback settings. */
  readonly token: string
  readonly timestamp: string
  readonly nonce: string
  /** The ciphertext: `echostr` of a verification, `Encrypt` of a delivery or reply. */
  readonly encrypt: string
}

const encoder = new TextEncoder()

/**
 * 消息体签名 — signs a ciphertext as WeCom does.
 *
 * At once, for the same reason as `importKey`.
 *
 * @param signed - {@link SignedMessage}
 * @returns msg_signature: SHA-1, in lower-case hex.
 * @throws {WeComCallbackError} `token`: it is empty.
 * @see https://developer.work.weixin.qq.com/document/path/90968
 *
 * @example
 * const signature = signMessage({ token, timestamp: '1735689600', nonce: '1712305418', encrypt })
 */
export function signMessage({ token, timestamp, nonce, encrypt }: SignedMessage): string {
  checkToken(token)
  const text = [token, timestamp, nonce, encrypt].toSorted().join('')
  return bytesToHex(sha1(encoder.encode(text)))
}

/** A token from an environment variable that is not set would be no secret at all. */
export function checkToken(token: string): void {
  if (!token) throw new WeComCallbackError('token')
}
