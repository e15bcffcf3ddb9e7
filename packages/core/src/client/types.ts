import type { Endpoint } from '../endpoint/Endpoint.ts'
import type { ClientEvent, MismatchEvent } from '../events/ClientEvent.ts'
import type { Limiter } from '../limits/Limiter.ts'
import type { TokenSource } from '../token/TokenSource.ts'
import type { Fetch, Transport } from '../transport/Transport.ts'

/** The first argument of every function of this SDK. Created by `createClient`. */
export interface Client {
  /** Makes one call: checks the parameters, adds the token, sends, retries if that is safe, checks the answer. */
  request<Params extends object, Result extends object>(
    endpoint: Endpoint<Params, Result>,
    params: Params,
    options?: RequestOptions,
  ): Promise<Result>
}

/** Options of one call. */
export interface RequestOptions {
  /** Aborts the call at any time: while it is sent, waits for a token, or waits for the next attempt. */
  readonly signal?: AbortSignal | undefined
  /** Milliseconds for one attempt, answer included. */
  readonly timeout?: number | undefined
  /** Milliseconds for the whole call, all attempts and waits included. */
  readonly totalTimeout?: number | undefined
  /** Additional headers of the request, e.g. `range` for a download. */
  readonly headers?: Readonly<Record<string, string>> | undefined
}

export interface RetryOptions {
  /** Attempts after the first one, for failures that may pass. Default 3. */
  readonly limit?: number | undefined
  /** Milliseconds before the second attempt. Each further wait is twice as long. Default 500. */
  readonly minDelay?: number | undefined
  /** The longest wait in milliseconds. If `Retry-After` is longer, the call fails instead. Default 30,000. */
  readonly maxDelay?: number | undefined
}

export interface ClientConfig {
  /** The source of tokens: `corpToken`, `staticToken`, `proxied`, or your own. */
  readonly token: TokenSource
  /**
   * An http or https URL of a proxy, a private deployment or the fake corp. It may have a path; in a browser it may be
   * only a path. It must not have a query, a fragment or credentials. Default `https://qyapi.weixin.qq.com`.
   */
  readonly baseUrl?: string | undefined
  /** Milliseconds for one attempt, answer included. Default 10,000. `Infinity` means no limit. */
  readonly timeout?: number | undefined
  /** Milliseconds for a whole call, all attempts and waits included. Default: no limit. */
  readonly totalTimeout?: number | undefined
  /**
   * The longest answer in bytes, after decompression. A longer one fails the call with a `WeComResponseError`. Files
   * have no limit. Default 20,971,520 (20 MiB).
   */
  readonly maxResponseBytes?: number | undefined
  /**
   * `false` sends every call once. The client never repeats a `create` or `send` that may have arrived, whatever this
   * option says.
   */
  readonly retry?: RetryOptions | false | undefined
  /** Keeps calls below WeCom's limits, e.g. `callLimiter()`. Default: none. */
  readonly limiter?: Limiter | undefined
  /** Sends every request, including those for tokens. Default: the platform's `fetch`, looked up for each request. */
  readonly fetch?: Fetch | undefined
  /**
   * Sends every request in place of `fetch`: `undiciTransport()` of `@wecom/core/undici`, `kyTransport()` of
   * `@wecom/core/ky`, or your own. Not together with `fetch`.
   */
  readonly transport?: Transport | undefined
  /**
   * Called for every request, answer, failure, retry and token refresh. Not awaited; its first error, thrown or
   * rejected, goes to `console.error` and fails no call.
   */
  readonly onEvent?: ((event: ClientEvent) => unknown) | undefined
  /**
   * Called if a result does not have the documented shape. The call returns the result anyway. Not awaited; errors as
   * with `onEvent`.
   */
  readonly onMismatch?: ((event: MismatchEvent) => unknown) | undefined
  /**
   * Adds the remedy for an errcode to the message of its error: `explainErrcode` of `@wecom/core/errcodes` (20 kB), or
   * a function of your own. If omitted, only the messages of 40001 and 60020 have a remedy.
   */
  readonly explain?: ((errcode: number) => { readonly remedy: string } | undefined) | undefined
  /** `true` throws a `WeComMismatchError` if a result does not have the documented shape: for tests. */
  readonly strict?: boolean | undefined
  /** Appended to the `User-Agent` header of the library, e.g. `acme-crm/2.1`. */
  readonly userAgent?: string | undefined
}
