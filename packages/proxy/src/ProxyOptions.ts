import type { AnyEndpoint, Client } from '@wecom/core'
import type { ProxyEvent } from './ProxyEvent.ts'

/** What a proxy is: takes a request, always has an answer. */
export type FetchHandler = (request: Request) => Promise<Response>

/** The parameters of one call, from query and body, as the endpoint's schema knows them. */
export type ProxyParams = Readonly<Record<string, unknown>>

/**
 * What may be done with a call:
 * - `true`: as it is;
 * - parameters: with these instead, which are checked like those of the caller;
 * - `false`: not at all (403);
 * - a Response: not at all, and this is the answer.
 */
export type Verdict = boolean | ProxyParams | Response

/**
 * Decides on one call. To throw is to refuse.
 *
 * @param request - for its headers and URL; its body has been read.
 * @param endpoint - one of the listed ones; tell them apart by `endpoint.name`.
 * @param params - what will be sent, checked.
 */
export type Authorize = (request: Request, endpoint: AnyEndpoint, params: ProxyParams) => Verdict | Promise<Verdict>

/** Which pages of other origins may call. */
export interface CorsOptions {
  /** Exact ones, e.g. `https://crm.example.com`. */
  readonly origins: readonly string[]
  /** Whether these pages may send their cookies along. Default `false`. */
  readonly credentials?: boolean | undefined
  /** Request headers they may send beside `authorization`, `content-type` and `range`. */
  readonly headers?: readonly string[] | undefined
}

export interface ProxyOptions {
  /** Makes the calls, with its own token, timeouts and retries. */
  readonly client: Client
  /** What may be called. Nothing else exists. */
  readonly endpoints: readonly AnyEndpoint[]
  /** Asked before every call. */
  readonly authorize: Authorize
  /** What stands in front of WeCom's paths, e.g. `/wecom`. Default: nothing. */
  readonly prefix?: string | undefined
  /** Default: pages of the proxy's own origin only. */
  readonly cors?: CorsOptions | undefined
  /** The largest JSON body. Default 1 MiB. */
  readonly maxBodyBytes?: number | undefined
  /** The largest form with a file. Default 21 MiB: WeCom's largest file has 20 MB. */
  readonly maxUploadBytes?: number | undefined
  /** Milliseconds for a body to arrive. Default 60,000. */
  readonly bodyTimeout?: number | undefined
  /**
   * Told how each request ended. The request itself comes second: who called is for you to read from it. The answer does
   * not wait for it, and what it throws or rejects with is dropped: catch it there.
   */
  readonly onEvent?: ((event: ProxyEvent, request: Request) => unknown) | undefined
}
