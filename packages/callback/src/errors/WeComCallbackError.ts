/** Name of the check that refused a callback or a setting. The names are in the order in which the checks run. */
export type CallbackErrorKind =
  | 'token'
  | 'key'
  | 'method'
  | 'query'
  | 'size'
  | 'timeout'
  | 'empty'
  | 'envelope'
  | 'signature'
  | 'time'
  | 'base64'
  | 'length'
  | 'padding'
  | 'message-length'
  | 'receive-id'
  | 'verification'
  | 'xml'
  | 'json'

const summaries: Readonly<Record<CallbackErrorKind, string>> = {
  token: 'there is no token (Token); an empty one would let anybody sign',
  key: 'the encoding key (EncodingAESKey) is not 43 characters of base64',
  method: 'callbacks come by GET and POST only',
  query:
    'the query lacks msg_signature, timestamp, nonce or, on a GET, echostr: not from WeCom, or a server in front of this one drops the query',
  size: 'the body is larger than maxBodyBytes allows',
  timeout: 'the body did not arrive within 5 seconds',
  empty: 'the body is empty: not from WeCom, or a body parser or server in front of this one has kept it',
  envelope: 'the body does not hold one Encrypt, in XML or JSON as WeCom writes it',
  signature: 'the signature (msg_signature) does not fit: another token, or not from WeCom',
  time: 'the timestamp is no number, or further from now than maxAge allows',
  base64: 'the ciphertext is not base64',
  length: 'the ciphertext has a length that no encryption gives',
  padding: 'the padding is wrong: another encoding key (EncodingAESKey), or not from WeCom',
  'message-length': 'the length that the message claims does not fit',
  'receive-id': 'the message is meant for a corp or suite that is not among receiveIds',
  verification: 'the text to verify the URL with (echostr) is a message: somebody has recorded a delivery',
  xml: 'the message is not XML as WeCom writes it',
  json: 'the message is not a JSON object, or is nested too deeply',
}

/**
 * Error for a callback that was refused, or for an invalid token or EncodingAESKey. `kind` is the name of the check
 * that failed. The message and the cause contain no secret and no received text. Recognise the error by
 * `isWeComCallbackError`.
 */
export class WeComCallbackError extends Error {
  override readonly name = 'WeComCallbackError'
  /**
   * Marker that `isWeComCallbackError` checks. The marker also works if a program has two copies of this package, while
   * `instanceof` would not.
   */
  readonly isWeComCallbackError = true
  readonly kind: CallbackErrorKind
  /** First line of the error message, without the link to the documentation. */
  readonly summary: string
  readonly docsUrl = 'https://developer.work.weixin.qq.com/document/path/90968'

  /**
   * Creates the error of one failed check.
   * @param reason - what failed. Default: a standard text for the `kind`.
   */
  constructor(kind: CallbackErrorKind, reason: string = summaries[kind]) {
    const summary = `callback refused: ${reason}`
    super(`${summary}\n\nDocs: https://developer.work.weixin.qq.com/document/path/90968`)
    this.kind = kind
    this.summary = summary
  }
}

/**
 * Checks whether a value is a `WeComCallbackError`, also one that another copy of this package created.
 *
 * @example
 * onError: (error, event) => {
 *   if (isWeComCallbackError(error)) metrics.count(`refused: ${error.kind}`)
 *   else logger.error({ error, event: event?.ChangeType })
 * }
 */
export function isWeComCallbackError(error: unknown): error is WeComCallbackError {
  return error instanceof Error && 'isWeComCallbackError' in error && error.isWeComCallbackError === true
}
