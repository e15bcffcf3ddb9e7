import type { AnyEndpoint, Client } from '@wecom/core'
import type { ProxyEvent } from './ProxyEvent.ts'

/** Function that responds to an HTTP request. The promise that it returns never rejects. */
export type FetchHandler = (request: Request) => Promise<Response>

/**
 * Parameters of one call, merged from query string and body. The values have the types that the schema of the endpoint
 * defines.
 */
export type ProxyParams = Readonly<Record<string, unknown>>

/**
 * Request without its body, as `authenticate` receives it. The proxy reads the body only after `authenticate` has
 * identified the caller.
 */
export type RequestHead = Pick<Request, 'headers' | 'method' | 'url'>

/**
 * Return value of `authenticate`:
 * - `undefined`, `null` or `false`: the caller is not signed in. The proxy responds with 401.
 * - a `Response`: the caller is not signed in. The proxy sends this response.
 * - any other value: the caller. The proxy passes the value to `authorize`.
 */
export type Identity<Caller> = Caller | Response | false | null | undefined

/** Function that identifies the caller of a request. If the function throws, the proxy responds with 401. */
export type Authenticate<Caller> = (request: RequestHead) => Identity<Caller> | Promise<Identity<Caller>>

/** Call that a caller has requested. `authorize` receives it, and decides whether the proxy makes the call. */
export interface ProxyCall<Caller> {
  /** Caller of the proxy: the value that `authenticate` returned. */
  readonly caller: Caller
  /** HTTP request of the caller. Use its headers and URL. Its body has already been read. */
  readonly request: Request
  /**
   * Endpoint that the caller requests, such as `getContactEndpoint`. It is one of the endpoints in the option
   * `endpoints`. Use `endpoint.name` to distinguish them.
   */
  readonly endpoint: AnyEndpoint
  /**
   * Parameters of the call. The proxy has checked them against the schema. If `authorize` returns `true`, the proxy
   * sends these parameters to WeCom.
   */
  readonly params: ProxyParams
}

/**
 * Return value of `authorize`:
 * - `true`: the proxy makes the call with the parameters of the caller.
 * - an object of parameters: the proxy checks these parameters, then makes the call with them.
 * - `false`: the proxy refuses the call with 403.
 * - a `Response`: the proxy refuses the call and sends this response.
 */
export type Verdict = boolean | ProxyParams | Response

/** Function that decides whether the proxy makes a call. If the function throws, the proxy responds with 403. */
export type Authorize<Caller> = (call: ProxyCall<Caller>) => Verdict | Promise<Verdict>

/** CORS settings. They let pages of other origins call the proxy. */
export interface CorsOptions {
  /**
   * Origins whose pages may call the proxy, such as `https://crm.example.com`. Wildcards are not possible: the origin
   * of a page must be equal to one of these origins.
   */
  readonly origins: readonly string[]
  /** Whether web pages from the allowed origins (`origins`) may send cookies. Default: `false`. */
  readonly credentials?: boolean | undefined
  /**
   * Names of request headers that web pages from the allowed origins (`origins`) may send. The headers `authorization`,
   * `content-type` and `range` are always allowed, so do not list them.
   */
  readonly headers?: readonly string[] | undefined
}

export interface ProxyOptions<Caller = unknown> {
  /** Client that sends the calls to WeCom. The token, timeouts and retries of this client apply. */
  readonly client: Client
  /**
   * Endpoints that callers may call, such as `getContactEndpoint`. The proxy answers requests to any other path with
   * 404.
   */
  readonly endpoints: readonly AnyEndpoint[]
  /**
   * Function that identifies the caller of each request. The proxy calls this function before reading the body of the
   * request. Write `authenticate` before `authorize` in the options, so that TypeScript can infer the type of `caller`.
   */
  readonly authenticate: Authenticate<Caller>
  /**
   * Function that decides whether the proxy makes a call. It receives the caller, the request, the endpoint and the
   * checked parameters.
   */
  readonly authorize: Authorize<Caller>
  /**
   * Text that the proxy expects before the path of WeCom's API. For instance, with the prefix `/wecom` the proxy serves
   * `/wecom/cgi-bin/…`. Default: no prefix.
   */
  readonly prefix?: string | undefined
  /** Settings for pages of other origins. Default: only pages of the same origin as the proxy may call the proxy. */
  readonly cors?: CorsOptions | undefined
  /**
   * Maximum size of a JSON body in bytes. In a form, this limit applies to the total size of all fields except files.
   * Default: 1,048,576 (1 MiB).
   */
  readonly maxBodyBytes?: number | undefined
  /**
   * Maximum size in bytes of a form with a file. Default: 22,020,096 (21 MiB), because WeCom accepts files of up to 20
   * MB.
   */
  readonly maxUploadBytes?: number | undefined
  /** Maximum time for receiving the body of a request, in milliseconds. Default: 60,000. */
  readonly bodyTimeout?: number | undefined
  /**
   * Maximum duration of `authenticate` in milliseconds. If `authenticate` takes longer, the proxy responds with 503.
   * Default: 5,000.
   */
  readonly authenticateTimeout?: number | undefined
  /**
   * Maximum duration of `authorize` in milliseconds. If `authorize` takes longer, the proxy responds with 503. For
   * calls that create or send something, the proxy responds with 424 instead. A status of 500 or above would tell the
   * caller that the call may have taken effect. Default: 5,000.
   */
  readonly authorizeTimeout?: number | undefined
  /**
   * Listener that the proxy calls when a request has ended, with the event and the request. The proxy does not await
   * the listener.
   *
   * If `onEvent` is omitted, `console.error` logs failures:
   * - Failed calls are logged every time.
   * - If `authorize` throws, takes too long or returns invalid parameters, this is logged every time.
   * - If `authenticate` throws or takes too long, this is logged at most once an hour, because anybody can send such
   *   requests without signing in.
   *
   * If the listener itself throws, its error is logged at most once an hour. The event is then logged in the same way
   * as without `onEvent`.
   */
  readonly onEvent?: ((event: ProxyEvent, request: Request) => unknown) | undefined
}
