import type { AnyEndpoint, Client } from '@wecom/core'
import type { ProxyEvent } from './ProxyEvent.ts'

/** Answers a request. Never rejects. */
export type FetchHandler = (request: Request) => Promise<Response>

/** The parameters of one call, from query and body, with the types of the endpoint's schema. */
export type ProxyParams = Readonly<Record<string, unknown>>

/** The part of a request that `authenticate` receives: without the body, which has not been read yet. */
export type RequestHead = Pick<Request, 'headers' | 'method' | 'url'>

/**
 * The result of `authenticate`:
 * - `undefined`, `null` or `false`: not signed in (401);
 * - a Response: not signed in, with this answer;
 * - anything else: the caller, passed to `authorize`.
 */
export type Identity<Caller> = Caller | Response | false | null | undefined

/** Identifies the caller. Throwing refuses the request (401). */
export type Authenticate<Caller> = (request: RequestHead) => Identity<Caller> | Promise<Identity<Caller>>

/** A call that a caller requests. */
export interface ProxyCall<Caller> {
  /** The caller from `authenticate`. */
  readonly caller: Caller
  /** Use its headers and URL. Its body has been read. */
  readonly request: Request
  /** One of the listed endpoints; distinguish them by `endpoint.name`. */
  readonly endpoint: AnyEndpoint
  /** The checked parameters that the proxy will send. */
  readonly params: ProxyParams
}

/**
 * The result of `authorize`:
 * - `true`: make the call;
 * - parameters: make the call with these instead; they are checked like those of the caller;
 * - `false`: refuse (403);
 * - a Response: refuse with this answer.
 */
export type Verdict = boolean | ProxyParams | Response

/** Decides about one call. Throwing refuses it (403). */
export type Authorize<Caller> = (call: ProxyCall<Caller>) => Verdict | Promise<Verdict>

/** The pages of other origins that may call. */
export interface CorsOptions {
  /** Exact origins, e.g. `https://crm.example.com`. */
  readonly origins: readonly string[]
  /** Whether these pages may send cookies. Default `false`. */
  readonly credentials?: boolean | undefined
  /** Request headers that they may send, beside `authorization`, `content-type` and `range`. */
  readonly headers?: readonly string[] | undefined
}

export interface ProxyOptions<Caller = unknown> {
  /** Makes the calls, with its own token, timeouts and retries. */
  readonly client: Client
  /** The endpoints that may be called. All other paths are answered with 404. */
  readonly endpoints: readonly AnyEndpoint[]
  /**
   * Called for each request before its body is read. Write it above `authorize`, so that TypeScript infers the type of
   * the caller there.
   */
  readonly authenticate: Authenticate<Caller>
  /** Called before each call, with the caller and the checked parameters. */
  readonly authorize: Authorize<Caller>
  /** Prefix before WeCom's paths, e.g. `/wecom`. Default: none. */
  readonly prefix?: string | undefined
  /** Default: only pages of the proxy's own origin. */
  readonly cors?: CorsOptions | undefined
  /** The largest JSON body, and the largest text in a form. Default 1 MiB. */
  readonly maxBodyBytes?: number | undefined
  /** The largest form with a file. Default 21 MiB: WeCom's largest file has 20 MB. */
  readonly maxUploadBytes?: number | undefined
  /** Milliseconds for a body to arrive. Default 60,000. */
  readonly bodyTimeout?: number | undefined
  /** Milliseconds for `authenticate`; after that the answer is 503. Default 5,000. */
  readonly authenticateTimeout?: number | undefined
  /** Milliseconds for `authorize`; after that the answer is 503, or 424 for a `create` or `send`. Default 5,000. */
  readonly authorizeTimeout?: number | undefined
  /**
   * Called at the end of each request, with the event and the request. If omitted, failed calls and failures of
   * `authorize` are logged by `console.error`; failures of `authenticate`, which strangers can cause, once an hour. Not
   * awaited; may throw: then its own error is logged once an hour, and the event as if `onEvent` were omitted.
   */
  readonly onEvent?: ((event: ProxyEvent, request: Request) => unknown) | undefined
}
