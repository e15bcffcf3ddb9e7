import type { AnyEndpoint, Client } from '@wecom/core'
import type { ProxyEvent } from './ProxyEvent.ts'

/** Takes a request, always has an answer. */
export type FetchHandler = (request: Request) => Promise<Response>

/** The parameters of one call, from query and body, as the endpoint's schema knows them. */
export type ProxyParams = Readonly<Record<string, unknown>>

/** What `authenticate` gets of a request: everything but the body, which has not been read yet. */
export type RequestHead = Pick<Request, 'headers' | 'method' | 'url'>

/**
 * Who calls:
 * - `undefined`, `null` or `false`: nobody who is signed in (401);
 * - a Response: nobody either, and this is the answer;
 * - anything else: the caller, whom `authorize` gets.
 */
export type Identity<Caller> = Caller | Response | false | null | undefined

/** Finds out who calls. To throw is to refuse (401). */
export type Authenticate<Caller> = (request: RequestHead) => Identity<Caller> | Promise<Identity<Caller>>

/** One call that a caller wants to make. */
export interface ProxyCall<Caller> {
  /** Whom `authenticate` returned. */
  readonly caller: Caller
  /** For its headers and URL; its body has been read. */
  readonly request: Request
  /** One of the listed ones; tell them apart by `endpoint.name`. */
  readonly endpoint: AnyEndpoint
  /** What will be sent, checked. */
  readonly params: ProxyParams
}

/**
 * What may be done with a call:
 * - `true`: as it is;
 * - parameters: with these instead, which are checked like those of the caller;
 * - `false`: not at all (403);
 * - a Response: not at all, and this is the answer.
 */
export type Verdict = boolean | ProxyParams | Response

/** Decides on one call. To throw is to refuse (403). */
export type Authorize<Caller> = (call: ProxyCall<Caller>) => Verdict | Promise<Verdict>

/** Which pages of other origins may call. */
export interface CorsOptions {
  /** Exact ones, e.g. `https://crm.example.com`. */
  readonly origins: readonly string[]
  /** Whether these pages may send their cookies along. Default `false`. */
  readonly credentials?: boolean | undefined
  /** Request headers they may send beside `authorization`, `content-type` and `range`. */
  readonly headers?: readonly string[] | undefined
}

export interface ProxyOptions<Caller = unknown> {
  /** Makes the calls, with its own token, timeouts and retries. */
  readonly client: Client
  /** What may be called. Nothing else exists. */
  readonly endpoints: readonly AnyEndpoint[]
  /**
   * Called for each request before its body is read. Write it above `authorize`: TypeScript then knows the type of the
   * caller there.
   */
  readonly authenticate: Authenticate<Caller>
  /** Called before each call, with the caller and the checked parameters. */
  readonly authorize: Authorize<Caller>
  /** What stands in front of WeCom's paths, e.g. `/wecom`. Default: nothing. */
  readonly prefix?: string | undefined
  /** Default: pages of the proxy's own origin only. */
  readonly cors?: CorsOptions | undefined
  /** The largest JSON body, and the largest text in a form. Default 1 MiB. */
  readonly maxBodyBytes?: number | undefined
  /** The largest form with a file. Default 21 MiB: WeCom's largest file has 20 MB. */
  readonly maxUploadBytes?: number | undefined
  /** Milliseconds for a body to arrive. Default 60,000. */
  readonly bodyTimeout?: number | undefined
  /** Milliseconds for `authenticate`, then the answer is 503. Default 5,000. */
  readonly authenticateTimeout?: number | undefined
  /** Milliseconds for `authorize`, then the answer is 503, 424 for a `create` or `send`. Default 5,000. */
  readonly authorizeTimeout?: number | undefined
  /**
   * Called with how each request ended, and with the request, whose headers say who called. If omitted, `console.error`
   * gets calls that failed, and failures of `authorize`; those of `authenticate`, which strangers can cause, once an hour.
   * Not awaited; may fail: its error is logged once an hour, and the event as if `onEvent` were omitted.
   */
  readonly onEvent?: ((event: ProxyEvent, request: Request) => unknown) | undefined
}
