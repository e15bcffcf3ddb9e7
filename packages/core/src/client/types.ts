import type { Endpoint } from '../endpoint/Endpoint.ts'
import type { ClientEvent, MismatchEvent } from '../events/ClientEvent.ts'
import type { Limiter } from '../limits/Limiter.ts'
import type { TokenSource } from '../token/TokenSource.ts'
import type { Fetch, Transport } from '../transport/Transport.ts'

/**
 * Client of the WeCom API. `createClient` creates it. Functions such as `getContact` take it as their first argument.
 */
export interface Client {
  /**
   * Makes one call. The client checks the parameters, adds the token, sends the request and checks the answer. After a
   * temporary failure it sends the request again, if sending it twice does no harm.
   */
  request<Params extends object, Result extends object>(
    endpoint: Endpoint<Params, Result>,
    params: Params,
    options?: RequestOptions,
  ): Promise<Result>
}

/** Options of one call. The time limits replace those of the client. */
export interface RequestOptions {
  /**
   * Signal that aborts the call at any time: during a request, and during a wait for a token or for the next attempt.
   */
  readonly signal?: AbortSignal | undefined
  /**
   * Time limit of one attempt (one HTTP request and its answer), in milliseconds. Default: the `timeout` of the client.
   */
  readonly timeout?: number | undefined
  /**
   * Time limit of the whole call in milliseconds, including all attempts and waits. Default: the `totalTimeout` of the
   * client.
   */
  readonly totalTimeout?: number | undefined
  /** Additional HTTP headers of the request, e.g. `range` for a download. */
  readonly headers?: Readonly<Record<string, string>> | undefined
}

export interface RetryOptions {
  /**
   * How often the client may repeat one call. The first attempt does not count. The client repeats a call only if the
   * failure may be temporary. Default 3.
   */
  readonly limit?: number | undefined
  /**
   * First wait between two attempts of a call, in milliseconds. The value doubles for each further wait, up to
   * `maxDelay`. The client shortens each wait at random, by up to half. Default 500.
   */
  readonly minDelay?: number | undefined
  /**
   * Longest wait between two attempts of a call, in milliseconds. If the server asks for a longer wait in the header
   * `Retry-After`, the call fails at once. Default 30,000.
   */
  readonly maxDelay?: number | undefined
}

export interface ClientConfig {
  /**
   * Token source: an object that provides the tokens for the calls. Functions such as `corpToken()`, `staticToken()`
   * and `proxied()` create token sources. You can also write your own.
   */
  readonly token: TokenSource
  /**
   * Base URL of the API: an http or https URL of WeCom, a proxy, a private deployment, or the mock server of
   * `@wecom/mock`. The URL may have a path. In a browser, a path alone is allowed, too. A query, a fragment and
   * credentials are not allowed. Default `https://qyapi.weixin.qq.com`.
   */
  readonly baseUrl?: string | undefined
  /**
   * Time limit of one attempt (one HTTP request and its answer), in milliseconds. `Infinity` means no limit. Default
   * 12,000, which is longer than the 10 seconds that Node's `fetch` waits for a connection. So if there is no
   * connection, `fetch` fails first, and its error shows that nothing was sent.
   */
  readonly timeout?: number | undefined
  /** Time limit of a whole call in milliseconds, including all attempts and waits. Default: no limit. */
  readonly totalTimeout?: number | undefined
  /**
   * Maximum length of an answer in bytes, after decompression. A longer answer fails the call with a
   * `WeComResponseError`. Files have no limit. Default 20,971,520 (20 MiB).
   */
  readonly maxResponseBytes?: number | undefined
  /**
   * Settings for repeating failed calls. Default: the default values of `RetryOptions`, i.e. up to 3 repetitions. If
   * `retry` is `false`, the client repeats a call only if WeCom rejected the token of the call, and only once.
   *
   * Some calls create an object or send something to people (effect `create` or `send`). If such a call fails and may
   * have taken effect, the client never repeats the call, whether you set `retry` or not.
   */
  readonly retry?: RetryOptions | false | undefined
  /**
   * Limiter that delays calls so that they stay below the rate limits of WeCom, e.g. `callLimiter()`. Default: no
   * limiter.
   */
  readonly limiter?: Limiter | undefined
  /**
   * Function that sends every request, including requests for tokens. Default: the global function `fetch`. The client
   * looks up the global `fetch` for each request, so a later replacement, e.g. a mock, takes effect.
   */
  readonly fetch?: Fetch | undefined
  /**
   * Transport that sends every request in place of `fetch`: `undiciTransport()` of `@wecom/core/undici`,
   * `kyTransport()` of `@wecom/core/ky`, or a transport of your own. Do not combine it with `fetch`.
   */
  readonly transport?: Transport | undefined
  /**
   * Listener for every request, answer, failure, retry and token refresh. The client does not await the listener. A
   * failing listener never fails a call: the client writes the listener's first error to `console.error`.
   */
  readonly onEvent?: ((event: ClientEvent) => unknown) | undefined
  /**
   * Listener for results that do not have the documented shape. The call returns such a result anyway. The client does
   * not await the listener. A failing listener never fails a call: the client writes the listener's first error to
   * `console.error`.
   */
  readonly onMismatch?: ((event: MismatchEvent) => unknown) | undefined
  /**
   * Function that returns the remedy for an errcode. The client adds the remedy to the message of the error. Use
   * `explainErrcode` of `@wecom/core/errcodes` (20 kB), or a function of your own. If omitted, only the messages of
   * 40001 (wrong secret), 45009 (calls too often) and 60020 (untrusted IP) have a remedy.
   */
  readonly explain?: ((errcode: number) => { readonly remedy: string } | undefined) | undefined
  /**
   * Whether a call throws a `WeComMismatchError` if its result does not have the documented shape. Use `true` in tests.
   * Default `false`.
   */
  readonly strict?: boolean | undefined
  /**
   * Text that the client appends to the `User-Agent` header of the library, e.g. `acme-crm/2.1`. Only Latin-1
   * characters are allowed. In browsers, the client does not set this header.
   */
  readonly userAgent?: string | undefined
}
