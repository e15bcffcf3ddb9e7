/**
 * The kind of failure:
 * - `auth`: a credential is missing, wrong or expired;
 * - `permission`: a person must change a right, a visible range or a contract;
 * - `ip`: WeCom does not accept the IP of the caller;
 * - `rate_limit`: too often or too many at once;
 * - `quota`: a quota is used up; waiting does not help;
 * - `not_found`: this caller cannot see anything with this id;
 * - `invalid_request`: the request is wrong and will never work;
 * - `conflict`: the current state does not allow the call, or it was done already;
 * - `busy`: the platform is not ready.
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
 * When to repeat the call:
 * - `never`: only after a person or the code changes something;
 * - `after_token_refresh`: once, with a new token;
 * - `backoff`: with growing delays. Repeat a `create` or `send` only if you know that it had no effect.
 *
 * The client does this by itself, see `retry` of `createClient`.
 */
export type ErrcodeRetry = 'never' | 'after_token_refresh' | 'backoff'

/** The explanation of one errcode. */
export interface ErrcodeExplanation {
  errcode: number
  /** Name of its constant, e.g. `INVALID_SECRET`. */
  name: string
  /** The official text, in Chinese. */
  title: string
  meaning: string
  /** The remedy, in English. */
  remedy: string
  class: ErrcodeClass
  retry: ErrcodeRetry
  /** URL of the code in the official table. */
  docsUrl: string
}

/** One row of the table. It has no field names, to keep the table small. */
export type ErrcodeRow = readonly [
  name: string,
  title: string,
  meaning: string,
  remedy: string,
  errcodeClass: ErrcodeClass,
  retry: ErrcodeRetry,
]
