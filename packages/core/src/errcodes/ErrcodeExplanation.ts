/**
 * What kind of failure a code tells of:
 * - `auth`: a credential is missing, wrong or expired;
 * - `permission`: a person has to change a grant, a range or a contract;
 * - `ip`: the address that the call came from is not accepted;
 * - `rate_limit`: too often or too many at once;
 * - `quota`: a stock is used up, and waiting does not help;
 * - `not_found`: the id names nothing that this caller can see;
 * - `invalid_request`: the request is wrong and never works;
 * - `conflict`: the state does not allow it now, or it is done already;
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
 * When the same call may succeed later:
 * - `never`: not before a person or the code changes something;
 * - `after_token_refresh`: once, with a new token;
 * - `backoff`: with growing delays; a call that creates or sends only once it is known that nothing happened.
 *
 * The client does this by itself; see `retry` of `createClient`.
 */
export type ErrcodeRetry = 'never' | 'after_token_refresh' | 'backoff'

/** What is known of one errcode. */
export interface ErrcodeExplanation {
  errcode: number
  /** Name of its constant, e.g. `INVALID_SECRET`. */
  name: string
  /** The official text, in Chinese. */
  title: string
  meaning: string
  /** What to do about it. */
  remedy: string
  class: ErrcodeClass
  retry: ErrcodeRetry
  /** Its place in the official table. */
  docsUrl: string
}

/** One row of the table, without names to keep it small. */
export type ErrcodeRow = readonly [
  name: string,
  title: string,
  meaning: string,
  remedy: string,
  errcodeClass: ErrcodeClass,
  retry: ErrcodeRetry,
]
