import type { Issue } from '@wecom/core'

/** Reason why the proxy refused a request without calling WeCom. ANSWERS.md of this package explains all reasons. */
export type RefusalReason =
  | 'authenticate_failed'
  | 'authenticate_timeout'
  | 'authorize_failed'
  | 'authorize_timeout'
  | 'bad_body'
  | 'bad_params'
  | 'bad_query'
  | 'bad_range'
  | 'content_type'
  | 'cookie'
  | 'credential'
  | 'duplicate'
  | 'field_name'
  | 'left'
  | 'method'
  | 'narrowed_params'
  | 'not_authenticated'
  | 'not_authorized'
  | 'origin'
  | 'too_large'
  | 'too_slow'
  | 'unlisted'
  | 'url_too_long'

// The texts are constant, so that no response repeats a part of the request.
export const refusals: Readonly<Record<RefusalReason, { readonly status: number; readonly text?: string }>> = {
  authenticate_failed: { status: 401 },
  authenticate_timeout: { status: 503 },
  authorize_failed: { status: 403 },
  authorize_timeout: { status: 503 },
  bad_body: { status: 400, text: 'The body does not match its content type.' },
  bad_params: { status: 200 },
  bad_query: { status: 400, text: 'The query contains control characters or invalid UTF-8.' },
  bad_range: { status: 400, text: 'Range must name one range of bytes, e.g. bytes=0-1023.' },
  content_type: {
    status: 415,
    text: 'Send application/json in UTF-8, or multipart/form-data for uploads, without Content-Encoding.',
  },
  cookie: {
    status: 403,
    text: 'A request with a cookie needs the header Origin or Sec-Fetch-Site of an allowed page.',
  },
  credential: { status: 400, text: 'Send no token and no secret: the proxy adds its own.' },
  duplicate: { status: 400, text: 'A field occurs twice.' },
  field_name: { status: 400, text: 'A field has a name that is not allowed, or is nested too deeply.' },
  left: { status: 499 },
  method: { status: 405 },
  narrowed_params: { status: 500 },
  not_authenticated: { status: 401 },
  not_authorized: { status: 403 },
  origin: { status: 403, text: 'Pages of this origin may not call the proxy.' },
  too_large: { status: 413, text: 'The body is too large, or contains too many values.' },
  too_slow: { status: 408, text: 'The body did not arrive in time.' },
  unlisted: { status: 404, text: 'The proxy serves no call at this path: check its options `endpoints` and `prefix`.' },
  url_too_long: { status: 414, text: 'The query is too long.' },
}

export interface RefusalDetails {
  readonly issue?: Issue | undefined
  /** Response that the option `authenticate` or `authorize` returned. The proxy sends this response to the caller. */
  readonly response?: Response | undefined
  /**
   * Error that the option `authenticate` or `authorize` threw. `cause` is a `TypeError` if `authenticate` returned an
   * `Error` instead of throwing it, or returned a `Response` that another library created.
   */
  readonly cause?: unknown
}

export class Refusal extends Error {
  readonly reason: RefusalReason
  readonly issue: Issue | undefined
  readonly response: Response | undefined

  constructor(reason: RefusalReason, { issue, response, cause }: RefusalDetails = {}) {
    super(reason, { cause })
    this.reason = reason
    this.issue = issue
    this.response = response
  }
}
