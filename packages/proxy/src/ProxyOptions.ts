import type { AnyEndpoint, Client } from '@wecom/core'
import type { ProxyEvent } from './ProxyEvent.ts'

/** A function that answers a request. Its promise never rejects. */
export type FetchHandler = (request: Request) => Promise<Response>

/** The parameters of one call, from query and body, with the types of the endpoint's schema. */
export type ProxyParams = Readonly<Record<string, unknown>>

/** The part of a request that `authenticate` receives. It lacks the body, which has not been read yet. */
export type RequestHead = Pick<Request, 'headers' | 'method' | 'url'>

/**
 * The result of `authenticate`:
 * - `undefined`, `null` or `false`: the caller is not signed in (401);
 * - a Response: the caller is not signed in, and gets this answer;
 * - anything else: the caller, which `authorize` receives.
 */
export type Identity<Caller> = Caller | Response | false | null | undefined

/** Identifies the caller of a request. If it throws, the proxy refuses the request (401). */
export type Authenticate<Caller> = (request: RequestHead) => Identity<Caller> | Promise<Identity<Caller>>

/** A call that a caller wants the proxy to make. */
export interface ProxyCall<Caller> {
  /** The caller, as `authenticate` returned it. */
  readonly caller: Caller
  /** The request, for its headers and URL. Its body has been read already. */
  readonly request: Request
  /** One of the endpoints in `endpoints`. Distinguish them by `endpoint.name`. */
  readonly endpoint: AnyEndpoint
  /** The checked parameters that the proxy will send. */
  readonly params: ProxyParams
}

/**
 * The result of `authorize`:
 * - `true`: the proxy makes the call;
 * - parameters: the proxy makes the call with these instead, after checking them like those of the caller;
 * - `false`: the proxy refuses the call (403);
 * - a Response: the proxy refuses the call with this answer.
 */
export type Verdict = boolean | ProxyParams | Response

/** Decides whether the proxy makes a call. If it throws, the proxy refuses the call (403). */
export type Authorize<Caller> = (call: ProxyCall<Caller>) => Verdict | Promise<Verdict>

/** Settings for pages of other origins that may call the proxy. */
export interface CorsOptions {
  /** Origins whose pages may call the proxy, e.g. `https://crm.example.com`. Compared exactly. */
  readonly origins: readonly string[]
  /** Whether these pages may send cookies. Default `false`. */
  readonly credentials?: boolean | undefined
  /** Request headers that these pages may send, in addition to `authorization`, `content-type` and `range`. */
  readonly headers?: readonly string[] | undefined
}

export interface ProxyOptions<Caller = unknown> {
  /** Client that makes the calls, with its own token, timeouts and retries. */
  readonly client: Client
  /** Endpoints that callers may use. The proxy answers all other paths with 404. */
  readonly endpoints: readonly AnyEndpoint[]
  /**
   * Function that identifies the caller of each request before its body is read. Write it above `authorize`, so that
   * TypeScript infers the type of the caller there.
   */
  readonly authenticate: Authenticate<Caller>
  /** Function that decides about each call. It receives the caller and the checked parameters. */
  readonly authorize: Authorize<Caller>
  /** Prefix before WeCom's paths, e.g. `/wecom`. Default: no prefix. */
  readonly prefix?: string | undefined
  /** Settings for pages of other origins. Default: only pages of the proxy's own origin may call. */
  readonly cors?: CorsOptions | undefined
  /** Maximum size of a JSON body, and of the texts in a form, in bytes. Default 1,048,576 (1 MiB). */
  readonly maxBodyBytes?: number | undefined
  /** Maximum size of a form with a file, in bytes. Default 21 MiB, because WeCom's largest file has 20 MB. */
  readonly maxUploadBytes?: number | undefined
  /** Time limit for a body to arrive, in milliseconds. Default 60,000. */
  readonly bodyTimeout?: number | undefined
  /** Time limit for `authenticate`, in milliseconds. After that the answer is 503. Default 5,000. */
  readonly authenticateTimeout?: number | undefined
  /**
   * Time limit for `authorize`, in milliseconds. After that the answer is 503, or 424 for a `create` or `send` call.
   * Default 5,000.
   */
  readonly authorizeTimeout?: number | undefined
  /**
   * Listener for the end of each request. It receives the event and the request. The proxy does not await it.
   *
   * If it is omitted, failed calls and failures of `authorize` are logged by `console.error`. Failures of
   * `authenticate`, which strangers can cause, are logged once an hour. If the listener itself throws, its error is
   * logged once an hour, and the event is logged as if `onEvent` were omitted.
   */
  readonly onEvent?: ((event: ProxyEvent, request: Request) => unknown) | undefined
}
