import { encryptMessage, type EncryptMessageOptions } from './messages.ts'
import { signMessage } from './signature.ts'

export interface EncryptReplyOptions extends EncryptMessageOptions {
  /** The Token of the callback settings. */
  readonly token: string
  /** Unix seconds. Default: now. */
  readonly timestamp?: string | undefined
  /** Default: a random number. */
  readonly nonce?: string | undefined
}

/**
 * 被动回复消息 — creates the body that answers a user's message directly: encrypted, signed, as XML. Events of customer
 * contact need no such reply, only an empty body.
 *
 * @param options - {@link EncryptReplyOptions}
 * @see https://developer.work.weixin.qq.com/document/path/90238
 *
 * @example
 * const body = encryptReply({ token, key, receiveId: 'ww1', message: '<xml>…</xml>' })
 * return new Response(body, { headers: { 'content-type': 'application/xml' } })
 */
export function encryptReply({
  token,
  timestamp = String(Math.floor(Date.now() / 1000)),
  nonce = String(crypto.getRandomValues(new Uint32Array(1))[0]),
  ...content
}: EncryptReplyOptions): string {
  const encrypt = encryptMessage(content)
  const signature = signMessage({ token, timestamp, nonce, encrypt })
  return (
    `<xml><Encrypt><![CDATA[${encrypt}]]></Encrypt>` +
    `<MsgSignature><![CDATA[${signature}]]></MsgSignature>` +
    `<TimeStamp>${timestamp}</TimeStamp><Nonce><![CDATA[${nonce}]]></Nonce></xml>`
  )
}
