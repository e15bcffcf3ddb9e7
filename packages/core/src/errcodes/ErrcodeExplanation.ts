/**
 * The kind of failure that an errcode reports:
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
 * Whether and how to repeat a call that failed with an errcode:
 * - `never`: repeat the call only after you changed something;
 * - `after_token_refresh`: repeat the call once, with a new token;
 * - `backoff`: repeat the call with growing delays.
 *
 * After an errcode with `after_token_refresh` or `backoff`, the client repeats the call itself. The exceptions are
 * 41078 and 45009, after which the call fails at once. The client does not repeat a call that creates an object or
 * sends something to people (effect `create` or `send`) if the call may have taken effect. To change the delays or the
 * number of attempts, use the option `retry` of `createClient`.
 */
export type ErrcodeRetry = 'never' | 'after_token_refresh' | 'backoff'

/** Meaning of an errcode, and what to do about it. `explainErrcode` returns it. */
export interface ErrcodeExplanation {
  errcode: number
  /** Name of the constant for the errcode, e.g. `INVALID_SECRET`. */
  name: string
  /** Official Chinese text of the errcode. */
  title: string
  meaning: string
  /** Advice on what to do about the errcode, in English. */
  remedy: string
  class: ErrcodeClass
  retry: ErrcodeRetry
  /** URL of the official page of all errcodes. The part after `#` leads to this errcode. */
  docsUrl: string
}

// A list, because field names would make the table of errcodes larger.
export type ErrcodeRow = readonly [
  name: string,
  title: string,
  meaning: string,
  remedy: string,
  errcodeClass: ErrcodeClass,
  retry: ErrcodeRetry,
]
