import { WeComCallbackError } from '../errors/WeComCallbackError.ts'
import { type SignedMessage, signMessage } from './signMessage.ts'

export interface VerifySignatureOptions extends SignedMessage {
  /** `msg_signature` of the query. */
  readonly signature: string
}

/**
 * 校验消息体签名 — makes sure that a ciphertext comes from somebody who knows the token. The comparison takes the same
 * time wherever the first difference is.
 *
 * The signature covers neither `ToUserName` nor `AgentID` of the body around the ciphertext: do not trust these.
 *
 * @param options - the signature, and what it covers.
 * @throws {WeComCallbackError} `signature`: it is another one.
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
