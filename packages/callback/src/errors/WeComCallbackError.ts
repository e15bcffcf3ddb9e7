/** Which step refused, in the order in which they come. */
export type CallbackErrorKind =
  | 'token'
  | 'key'
  | 'method'
  | 'size'
  | 'timeout'
  | 'xml'
  | 'json'
  | 'envelope'
  | 'signature'
  | 'time'
  | 'base64'
  | 'length'
  | 'padding'
  | 'message-length'
  | 'receive-id'
  | 'verification'

const summaries: Readonly<Record<CallbackErrorKind, string>> = {
  token: 'there is no token (Token); an empty one would let anybody sign',
  key: 'the encoding key (EncodingAESKey) is not 43 characters of base64',
  method: 'callbacks come by GET and POST only',
  size: 'the body is larger than maxBodyBytes allows',
  timeout: 'the body did not arrive within 5 seconds',
  xml: 'the text is not XML as WeCom writes it',
  json: 'the text is not a JSON object',
  envelope: 'the body has no Encrypt',
  signature: 'the signature (msg_signature) does not fit: another token, or not from WeCom',
  time: 'the timestamp is missing, or further from now than maxAge allows',
  base64: 'the ciphertext is not base64',
  length: 'the ciphertext has a length that no encryption gives',
  padding: 'the padding is wrong: another encoding key (EncodingAESKey), or not from WeCom',
  'message-length': 'the length that the message claims does not fit',
  'receive-id': 'the message is meant for a corp or suite that is not among receiveIds',
  verification: 'the text to verify the URL with (echostr) is a message: a delivery that somebody has recorded',
}

/**
 * A callback was refused, or what is needed to check it is missing. `kind` says by which step; recognised by
 * `isWeComCallbackError`. Neither message nor cause holds a secret or anything of what was received.
 */
export class WeComCallbackError extends Error {
  override readonly name = 'WeComCallbackError'
  /** A mark instead of `instanceof`, which fails where two copies of this package meet. */
  readonly isWeComCallbackError = true
  readonly kind: CallbackErrorKind
  /** The first line of the message. */
  readonly summary: string
  readonly docsUrl = 'https://developer.work.weixin.qq.com/document/path/90968'

  constructor(kind: CallbackErrorKind) {
    const summary = `callback refused: ${summaries[kind]}`
    super(`${summary}\n\nDocs: https://developer.work.weixin.qq.com/document/path/90968`)
    this.kind = kind
    this.summary = summary
  }
}
