import { WeComCallbackError } from '../errors/WeComCallbackError.ts'
import { encodeHex } from '../text/hex.ts'

/** What a signature covers. Timestamp and nonce are the texts of the query, never reformatted. */
export interface SignedMessage {
  /** The Token of the callback settings. */
  readonly token: string
  readonly timestamp: string
  readonly nonce: string
  /** The ciphertext: `echostr` of a verification, `Encrypt` of a delivery or reply. */
  readonly encrypt: string
}

/**
 * 消息体签名 — signs a ciphertext as WeCom does.
 *
 * @param signed - {@link SignedMessage}
 * @returns msg_signature: SHA-1, in lower-case hex.
 * @throws {WeComCallbackError} `token`: it is empty.
 * @see https://developer.work.weixin.qq.com/document/path/90968
 *
 * @example
 * const signature = await signMessage({ token, timestamp: '1735689600', nonce: '1712305418', encrypt })
 */
export async function signMessage({ token, timestamp, nonce, encrypt }: SignedMessage): Promise<string> {
  checkToken(token)
  const text = [token, timestamp, nonce, encrypt].toSorted().join('')
  const digest = await crypto.subtle.digest('SHA-1', new TextEncoder().encode(text))
  return encodeHex(new Uint8Array(digest))
}

/** A token from an environment variable that is not set would be no secret at all. */
export function checkToken(token: string): void {
  if (!token) throw new WeComCallbackError('token')
}
