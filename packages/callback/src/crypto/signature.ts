import { sha1 } from '@noble/hashes/legacy.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { WeComCallbackError } from '../errors/WeComCallbackError.ts'

/** The texts that a signature covers. Pass timestamp and nonce exactly as the query string contains them. */
export interface SignedMessage {
  /** Token of the callback settings. */
  readonly token: string
  readonly timestamp: string
  readonly nonce: string
  /** The ciphertext: `echostr` of a verification request, or `Encrypt` of a delivery or reply. */
  readonly encrypt: string
}

export interface VerifySignatureOptions extends SignedMessage {
  /** The signature to verify: `msg_signature` of the query string. */
  readonly signature: string
}

const encoder = new TextEncoder()

/**
 * 消息体签名 — signs a ciphertext as WeCom does. The function is synchronous, for the same reason as `importKey`.
 *
 * @param signed - {@link SignedMessage}
 * @returns msg_signature: SHA-1, in lower-case hex.
 * @throws {WeComCallbackError} `token`: the token is empty, or begins or ends with a space or a line break.
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

/**
 * 校验消息体签名 — verifies that the sender of a ciphertext knows the token. Compares in constant time.
 *
 * The signature does not cover `ToUserName` and `AgentID` of the body around the ciphertext, so do not trust them.
 *
 * @param options - the signature, and the texts that it covers.
 * @throws {WeComCallbackError} `signature`: the signature is wrong.
 * @see https://developer.work.weixin.qq.com/document/path/90968
 *
 * @example
 * verifySignature({ token, timestamp, nonce, encrypt, signature })
 */
export function verifySignature({ signature, ...signed }: VerifySignatureOptions): void {
  const expected = signMessage(signed)
  let difference = expected.length ^ signature.length
  for (let index = 0; index < expected.length; index++) {
    difference |= expected.charCodeAt(index) ^ signature.charCodeAt(index)
  }
  if (difference !== 0) throw new WeComCallbackError('signature')
}

/**
 * Checks the Token of the callback settings. Refuses an empty token, e.g. of an unset environment variable, because
 * everybody could sign with that. Refuses a token with a line break, which some files have at their end.
 */
export function checkToken(token: string): void {
  if (!token) throw new WeComCallbackError('token')
  if (token.trim() !== token)
    throw new WeComCallbackError('token', 'the token (Token) begins or ends with a space or a line break')
}
