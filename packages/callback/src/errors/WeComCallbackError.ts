/** The check of a callback that failed. The values are in the order of the checks. */
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
 * The error of a callback that was refused, or of a setting that is invalid. `kind` names the check, and
 * `isWeComCallbackError` recognises the error. Message and cause contain no secret and nothing that was received.
 */
export class WeComCallbackError extends Error {
  override readonly name = 'WeComCallbackError'
  /**
   * Mark of this error. `isWeComCallbackError` checks it instead of `instanceof`, which fails if a program has two
   * copies of this package.
   */
  readonly isWeComCallbackError = true
  readonly kind: CallbackErrorKind
  /** The first line of the message. */
  readonly summary: string
  readonly docsUrl = 'https://developer.work.weixin.qq.com/document/path/90968'

  /**
   * Creates the error for one check.
   * @param reason - what failed, if `kind` alone does not say it.
   */
  constructor(kind: CallbackErrorKind, reason: string = summaries[kind]) {
    const summary = `callback refused: ${reason}`
    super(`${summary}\n\nDocs: https://developer.work.weixin.qq.com/document/path/90968`)
    this.kind = kind
    this.summary = summary
  }
}

/**
 * Whether an error is a `WeComCallbackError`, or comes from another copy of this package.
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
