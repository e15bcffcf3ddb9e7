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
  token: 'the token (Token) is empty: with an empty token anybody could sign',
  key: 'the encoding key (EncodingAESKey) is not 43 characters of base64',
  method: 'the method is neither GET nor POST',
  query:
    'the query lacks msg_signature, timestamp, nonce or, on a GET, echostr: the request is not from WeCom, or a server in front of this one removed the query',
  size: 'the body is larger than maxBodyBytes allows',
  timeout: 'the body did not arrive within 5 seconds',
  empty:
    'the body is empty: the request is not from WeCom, or a body parser or a server in front of this one removed the body',
  envelope: 'the body does not contain exactly one Encrypt, in the XML or JSON that WeCom sends',
  signature:
    'the signature (msg_signature) is wrong: the token (Token) differs from the admin console, or the message is not from WeCom',
  time: 'the timestamp is not a number, or differs from the current time by more than maxAge',
  base64: 'the ciphertext is not base64',
  length: 'the length of the ciphertext is not a multiple of 16 bytes, or less than 32',
  padding:
    'the padding is wrong: the encoding key (EncodingAESKey) differs from the admin console, or the message is not from WeCom',
  'message-length': 'the length field in the message is wrong',
  'receive-id': 'the message is for a corp or suite that is not in receiveIds',
  verification: 'the echostr contains a message: somebody sent a recorded delivery as a verification of the URL',
  xml: 'the message is not in the XML that WeCom sends',
  json: 'the message is not a JSON object, or is nested too deeply',
}

/**
 * Error for a callback that was refused, or for an invalid token or EncodingAESKey. `kind` is the name of the check
 * that failed. The message and the cause contain no secret and no received text. Use `isWeComCallbackError` to
 * recognise this error.
 */
export class WeComCallbackError extends Error {
  override readonly name = 'WeComCallbackError'
  /**
   * Marker that `isWeComCallbackError` checks. If a program has two copies of this package, the marker works, but
   * `instanceof` does not.
   */
  readonly isWeComCallbackError = true
  readonly kind: CallbackErrorKind
  /** First line of the error message, without the link to the documentation. */
  readonly summary: string
  readonly docsUrl = 'https://developer.work.weixin.qq.com/document/path/90968'

  /**
   * Creates the error for a callback that failed the check `kind`.
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
 * Checks whether a value is a `WeComCallbackError`. The result is also true for a `WeComCallbackError` that another
 * copy of this package created.
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
