import type { Endpoint } from '../endpoint/Endpoint.ts'
import type { ClientEvent, MismatchEvent } from '../events/ClientEvent.ts'
import type { Limiter } from '../limits/Limiter.ts'
import type { TokenSource } from '../token/TokenSource.ts'
import type { Fetch, Transport } from '../transport/Transport.ts'

/** What every function of this SDK takes first. */
export interface Client {
  /** Makes one call: checks the parameters, adds the token, sends, retries where that is safe, checks the answer. */
  request<Params extends object, Result extends object>(
    endpoint: Endpoint<Params, Result>,
    params: Params,
    options?: RequestOptions,
  ): Promise<Result>
}

/** What may differ from call to call. */
export interface RequestOptions {
  /** Stops the call, whatever it is doing: sending, waiting for a token, or waiting before the next attempt. */
  readonly signal?: AbortSignal | undefined
  /** Milliseconds for one attempt, answer included. */
  readonly timeout?: number | undefined
  /** Milliseconds for the whole call, all attempts and waits included. */
  readonly totalTimeout?: number | undefined
  /** Further headers of the request, e.g. `range` of a download. */
  readonly headers?: Readonly<Record<string, string>> | undefined
}

export interface RetryOptions {
  /** How often a call is sent again after a failure that may pass, beside the first time. Default 3. */
  readonly limit?: number | undefined
  /** Milliseconds before the second attempt; each further wait doubles. Default 500. */
  readonly minDelay?: number | undefined
  /** The longest wait in milliseconds. A server that asks for more (`Retry-After`) ends the call instead. Default 30,000. */
  readonly maxDelay?: number | undefined
}

export interface ClientConfig {
  /** Where the credentials come from: `corpToken`, `staticToken`, `proxied`, or your own. */
  readonly token: TokenSource
  /**
   * An http or https URL: of a proxy, a private deployment or the fake corp. Default `https://qyapi.weixin.qq.com`.
   * A path prefix is kept; in a browser the path alone will do. A query, a fragment and credentials are refused.
   */
  readonly baseUrl?: string | undefined
  /** Milliseconds for one attempt, answer included. Default 10,000; `Infinity` is no limit. */
  readonly timeout?: number | undefined
  /** Milliseconds for a whole call, all attempts and waits included. No limit unless told. */
  readonly totalTimeout?: number | undefined
  /**
   * The longest answer that is read, in bytes after decompression. A longer one ends the call with a
   * `WeComResponseError`. Files have no limit. Default 20,971,520 (20 MiB).
   */
  readonly maxResponseBytes?: number | undefined
  /** `false` sends every call once. A `create` or `send` is never repeated once it may have arrived, whatever stands here. */
  readonly retry?: RetryOptions | false | undefined
  /** What calls have to pass before they are sent, e.g. `callLimiter()`. Default: nothing. */
  readonly limiter?: Limiter | undefined
  /** Sends every request, `gettoken` included. Default: the platform's `fetch`, looked up for each request. */
  readonly fetch?: Fetch | undefined
  /** Sends every request in place of `fetch`, e.g. `kyTransport()` of `@wecom/core/ky`. Not together with `fetch`. */
  readonly transport?: Transport | undefined
  /**
   * Told of every request, answer, failure, retry and token refresh. Not awaited; its first error, thrown or rejected,
   * goes to `console.error` and changes no call.
   */
  readonly onEvent?: ((event: ClientEvent) => unknown) | undefined
  /** Told when a result does not have the documented shape. The result is returned all the same. Not awaited, as `onEvent`. */
  readonly onMismatch?: ((event: MismatchEvent) => unknown) | undefined
  /**
   * Puts what to do about an errcode into the message of its error: `explainErrcode` of `@wecom/core/errcodes`, whose
   * table weighs 20 kB, or a function of your own. If omitted, only the messages of 40001 and 60020 say so.
   */
  readonly explain?: ((errcode: number) => { readonly remedy: string } | undefined) | undefined
  /** Throw a `WeComMismatchError` instead: for tests. */
  readonly strict?: boolean | undefined
  /** Put behind the library's own in the `User-Agent` header, e.g. `acme-crm/2.1`. */
  readonly userAgent?: string | undefined
}
