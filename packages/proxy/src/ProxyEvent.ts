import type { Issue } from '@wecom/core'
import type { RefusalReason } from './Refusal.ts'

/** Event for a request that the proxy refused without calling WeCom. */
export interface RefusedEvent {
  readonly type: 'refused'
  readonly reason: RefusalReason
  readonly status: number
  /**
   * Name of the endpoint, such as `getContact`. Undefined if no endpoint in the option `endpoints` has the path of the
   * request. Also undefined if the proxy refused the request before it identified the caller.
   */
  readonly endpoint: string | undefined
  /**
   * First error in the parameters of the request: the path of the wrong parameter, and what is wrong with it. Undefined
   * if the request was refused for another reason.
   */
  readonly issue?: Issue | undefined
  /**
   * Error that `authenticate` or `authorize` threw. `error` is a `TypeError` if `authenticate` returned an `Error`
   * instead of throwing it, or returned a `Response` that another library created. Undefined if the request was refused
   * for another reason.
   */
  readonly error?: unknown
}

/**
 * Event for a call that succeeded. For a download, the proxy passes this event to `onEvent` when WeCom's response
 * starts to arrive.
 */
export interface AnsweredEvent {
  readonly type: 'answered'
  readonly status: number
  readonly endpoint: string
  /** Time from the arrival of the request at the proxy to this event, in milliseconds. */
  readonly durationMs: number
}

/**
 * Event for a call to WeCom that failed. For instance, WeCom returned an errcode, WeCom could not be reached, or the
 * caller disconnected.
 */
export interface FailedEvent {
  readonly type: 'failed'
  /**
   * HTTP status of the response to the caller. If WeCom returned an errcode, the status is 200 and the body of the
   * response contains the errcode.
   */
  readonly status: number
  readonly endpoint: string
  /** Time from the arrival of the request at the proxy to this event, in milliseconds. */
  readonly durationMs: number
  /**
   * Error that ended the call. Usually, the client in the option `client` created it. Errors of the client contain no
   * token, secret or URL.
   */
  readonly error: unknown
}

/**
 * Event that describes how one request to the proxy ended. The proxy passes it to `onEvent` as the first argument. The
 * event contains no token, secret, parameter or result.
 */
export type ProxyEvent = AnsweredEvent | FailedEvent | RefusedEvent
