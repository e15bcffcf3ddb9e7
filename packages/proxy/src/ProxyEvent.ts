import type { Issue } from '@wecom/core'
import type { RefusalReason } from './Refusal.ts'

/** The event after the proxy itself refused a request. It did not call WeCom. */
export interface RefusedEvent {
  readonly type: 'refused'
  readonly reason: RefusalReason
  readonly status: number
  /** Name of the endpoint. Undefined before the caller is known, and if no endpoint has the path. */
  readonly endpoint: string | undefined
  /** Problem with a parameter, if there is one. */
  readonly issue?: Issue | undefined
  /** The error that `authenticate` or `authorize` threw. */
  readonly error?: unknown
}

/** The event after a call that worked. For a file, it is sent when the file begins to arrive. */
export interface AnsweredEvent {
  readonly type: 'answered'
  readonly status: number
  readonly endpoint: string
  /** Duration of the request in milliseconds. */
  readonly durationMs: number
}

/** The event after a call that WeCom refused, or for which WeCom could not be reached. */
export interface FailedEvent {
  readonly type: 'failed'
  /** HTTP status of the answer to the caller. It is 200 if WeCom answered with an errcode. */
  readonly status: number
  readonly endpoint: string
  /** Duration of the request in milliseconds. */
  readonly durationMs: number
  /** Error of the call. It is usually an error of the client, which contains no token, secret or URL. */
  readonly error: unknown
}

/** The first argument of `onEvent`. It contains no token, secret, parameter or result. */
export type ProxyEvent = AnsweredEvent | FailedEvent | RefusedEvent
