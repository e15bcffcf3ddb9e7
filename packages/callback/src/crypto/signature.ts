import { sha1 } from '@noble/hashes/legacy.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { WeComCallbackError } from '../errors/WeComCallbackError.ts'

/**
 * The four texts from which a signature is computed. To verify a request of WeCom, pass `timestamp` and `nonce` exactly
 * as they are in the query string of the request. To sign your own reply, choose `timestamp` and `nonce` yourself.
 */
export interface SignedMessage {
  /** Token of the callback settings (接收消息服务器配置) in the admin console. */
  readonly token: string
  readonly timestamp: string
  readonly nonce: string
  /**
   * Ciphertext in base64. When WeCom verifies the callback URL, it is the query parameter `echostr`. In a delivered
   * event and in your reply, it is the field `Encrypt` of the body.
   */
  readonly encrypt: string
}

export interface VerifySignatureOptions extends SignedMessage {
  /** Signature that the request contains: the query parameter `msg_signature`. */
  readonly signature: string
}

const encoder = new TextEncoder()

/**
 * 消息体签名 — computes the signature of a ciphertext in the same way as WeCom. The function is synchronous, because
 * the asynchronous WebCrypto API is slower for a single short message.
 *
 * @param signed - {@link SignedMessage}
 * @returns the value for `msg_signature`: a SHA-1 hash in lower-case hex.
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
 * 校验消息体签名 — verifies that the sender of a ciphertext knows the token. The comparison takes constant time.
 *
 * The body of a request contains the fields `ToUserName` and `AgentID` beside the ciphertext. The signature does not
 * cover these two fields, so do not trust them.
 *
 * @param options - the signature, and the texts that the signature is computed from.
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

export function checkToken(token: string): void {
  // Everybody could sign with an empty token. The usual cause is an environment variable that is not set.
  if (!token) throw new WeComCallbackError('token')
  // The usual cause is that the token was read from a file.
  if (token.trim() !== token)
    throw new WeComCallbackError('token', 'the token (Token) begins or ends with a space or a line break')
}
