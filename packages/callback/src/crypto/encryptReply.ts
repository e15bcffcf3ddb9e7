import { encryptMessage, type EncryptMessageOptions } from './messages.ts'
import { signMessage } from './signature.ts'

export interface EncryptReplyOptions extends EncryptMessageOptions {
  /** Token of the callback settings (接收消息服务器配置) in the admin console. The signature is computed with this token. */
  readonly token: string
  /** Unix time of the reply in seconds, as text. The signature includes it. Default: the current time. */
  readonly timestamp?: string | undefined
  /** Random text that the signature of the reply includes. Default: a random number. */
  readonly nonce?: string | undefined
}

/**
 * 被动回复消息 — creates the response body for replying directly to a message that a user sent to the app. The body is
 * encrypted, signed and in XML. Do not use this function for events of customer contact. Respond to these events with
 * an empty body.
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
