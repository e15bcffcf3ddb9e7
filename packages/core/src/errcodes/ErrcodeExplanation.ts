/**
 * The kind of failure that an errcode stands for:
 * - `auth`: a credential is missing, wrong or expired;
 * - `permission`: a person must change a right, a visible range or a contract;
 * - `ip`: WeCom does not accept the IP of the caller;
 * - `rate_limit`: the caller sends calls too often, or too many at once;
 * - `quota`: a quota is used up, and waiting does not help;
 * - `not_found`: the id does not exist, or this caller cannot see the object;
 * - `invalid_request`: the request is wrong and will never work;
 * - `conflict`: the current state does not allow the call, or the call was done already;
 * - `busy`: WeCom cannot serve the request now.
 */
export type ErrcodeClass =
  | 'auth'
  | 'permission'
  | 'ip'
  | 'rate_limit'
  | 'quota'
  | 'not_found'
  | 'invalid_request'
  | 'conflict'
  | 'busy'

/**
 * When to repeat a call that failed with an errcode:
 * - `never`: only after a person or the code changes something;
 * - `after_token_refresh`: once, with a new token;
 * - `backoff`: with growing delays. Repeat a `create` or `send` call only if you know that it had no effect.
 *
 * The client repeats calls in this way, see `retry` of `createClient`.
 */
export type ErrcodeRetry = 'never' | 'after_token_refresh' | 'backoff'

/** The explanation of one errcode. */
export interface ErrcodeExplanation {
  errcode: number
  /** Name of the constant for the errcode, e.g. `INVALID_SECRET`. */
  name: string
  /** The official text of the errcode, in Chinese. */
  title: string
  meaning: string
  /** The remedy: advice for this errcode, in English. */
  remedy: string
  class: ErrcodeClass
  retry: ErrcodeRetry
  /** URL of the errcode in the official table. */
  docsUrl: string
}

/** One row of the table of errcodes. A row is a list without field names, to keep the table small. */
export type ErrcodeRow = readonly [
  name: string,
  title: string,
  meaning: string,
  remedy: string,
  errcodeClass: ErrcodeClass,
  retry: ErrcodeRetry,
]
