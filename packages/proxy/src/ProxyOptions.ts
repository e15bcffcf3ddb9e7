import type { AnyEndpoint, Client } from '@wecom/core'
import type { ProxyEvent } from './ProxyEvent.ts'

/** Function that responds to an HTTP request. Its promise never rejects. */
export type FetchHandler = (request: Request) => Promise<Response>

/** Parameters of one call, merged from query string and body. Their values have the types of the endpoint's schema. */
export type ProxyParams = Readonly<Record<string, unknown>>

/** Request without its body. `authenticate` gets only this, because the body has not been read yet. */
export type RequestHead = Pick<Request, 'headers' | 'method' | 'url'>

/**
 * Return value of `authenticate`:
 * - `undefined`, `null` or `false`: the caller is not signed in. The proxy responds with 401.
 * - a `Response`: the caller is not signed in. The proxy sends this response.
 * - any other value: the caller. The proxy passes the value to `authorize`.
 */
export type Identity<Caller> = Caller | Response | false | null | undefined

/** Function that identifies the caller of a request. If it throws, the proxy responds with 401. */
export type Authenticate<Caller> = (request: RequestHead) => Identity<Caller> | Promise<Identity<Caller>>

/** Call that a caller requests. `authorize` gets it and decides about it. */
export interface ProxyCall<Caller> {
  /** Caller of the proxy: the value that `authenticate` returned. */
  readonly caller: Caller
  /** HTTP request of the caller. Use its headers and URL. Its body has already been read. */
  readonly request: Request
  /** Endpoint that the caller requests, one of the option `endpoints`. Use `endpoint.name` to find out which one. */
  readonly endpoint: AnyEndpoint
  /**
   * Parameters of the call. The proxy has checked them against the schema. It sends them to WeCom if `authorize`
   * returns `true`.
   */
  readonly params: ProxyParams
}

/**
 * Return value of `authorize`:
 * - `true`: the proxy makes the call.
 * - an object of parameters: the proxy makes the call with these parameters. It checks them first.
 * - `false`: the proxy refuses the call with 403.
 * - a `Response`: the proxy refuses the call and sends this response.
 */
export type Verdict = boolean | ProxyParams | Response

/** Function that decides whether the proxy makes a call. If it throws, the proxy responds with 403. */
export type Authorize<Caller> = (call: ProxyCall<Caller>) => Verdict | Promise<Verdict>

/** Settings for CORS, which let pages of other origins call the proxy. */
export interface CorsOptions {
  /**
   * Origins whose pages may call the proxy, such as `https://crm.example.com`. An origin must match exactly: wildcards
   * are not possible.
   */
  readonly origins: readonly string[]
  /** Whether pages of `origins` may send cookies. Default: `false`. */
  readonly credentials?: boolean | undefined
  /**
   * Names of further request headers that pages of `origins` may send. `authorization`, `content-type` and `range` are
   * always allowed.
   */
  readonly headers?: readonly string[] | undefined
}

export interface ProxyOptions<Caller = unknown> {
  /** Client that sends the calls to WeCom. Its token, timeouts and retries apply. */
  readonly client: Client
  /** Endpoints that callers may call. Every other path gets status 404. */
  readonly endpoints: readonly AnyEndpoint[]
  /**
   * Function that identifies the caller of each request. It is called before the body is read. In the options, write it
   * before `authorize`, so that TypeScript can infer the type of `caller`.
   */
  readonly authenticate: Authenticate<Caller>
  /**
   * Function that decides about each call. It gets the caller, the request, the endpoint and the checked parameters.
   */
  readonly authorize: Authorize<Caller>
  /** Path before the paths of WeCom, such as `/wecom` for `/wecom/cgi-bin/…`. Default: none. */
  readonly prefix?: string | undefined
  /** Settings for pages of other origins. Default: only pages of the same origin as the proxy may call it. */
  readonly cors?: CorsOptions | undefined
  /**
   * Maximum size of a JSON body in bytes. The same limit applies to all texts in a form together. Default: 1,048,576 (1
   * MiB).
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
   * Maximum duration of `authenticate` in milliseconds. If it takes longer, the proxy responds with 503. Default:
   * 5,000.
   */
  readonly authenticateTimeout?: number | undefined
  /**
   * Maximum duration of `authorize` in milliseconds. If it takes longer, the proxy responds with 503. For calls that
   * create or send something, it responds with 424. Default: 5,000.
   */
  readonly authorizeTimeout?: number | undefined
  /**
   * Listener that is called when a request has ended, with the event and the request. The proxy does not await it.
   *
   * If `onEvent` is omitted, `console.error` logs failed calls and failures of `authorize`. Failures of `authenticate`
   * are logged once an hour, because strangers can cause them. If the listener itself throws, its error is logged once
   * an hour, and the event is logged as if `onEvent` were omitted.
   */
  readonly onEvent?: ((event: ProxyEvent, request: Request) => unknown) | undefined
}
