import { encryptMessage, type EncryptMessageOptions } from './messages.ts'
import { signMessage } from './signature.ts'

export interface EncryptReplyOptions extends EncryptMessageOptions {
  readonly token: string
  /** Unix time in seconds, as text. */
  readonly timestamp?: string | undefined
  readonly nonce?: string | undefined
}

/**
 * 被动回复消息 — creates the response body for a message that a user sent to the app. The body is encrypted, signed and in
 * XML. Respond to events of customer contact with an empty body instead.
 *
 * @see https://developer.work.weixin.qq.com/document/path/90238
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
