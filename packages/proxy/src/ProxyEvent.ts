import type { Issue } from '@wecom/core'
import type { RefusalReason } from './Refusal.ts'

/** The proxy itself refused the request. It did not call WeCom. */
export interface RefusedEvent {
  readonly type: 'refused'
  readonly reason: RefusalReason
  readonly status: number
  /** Name of the endpoint; undefined before the caller is known, and if no endpoint has the path. */
  readonly endpoint: string | undefined
  /** The problem with a parameter. */
  readonly issue?: Issue | undefined
  /** The error that `authenticate` or `authorize` threw. */
  readonly error?: unknown
}

/** The call worked. For a file, the event comes when it begins to arrive. */
export interface AnsweredEvent {
  readonly type: 'answered'
  readonly status: number
  readonly endpoint: string
  /** Milliseconds since the request arrived. */
  readonly durationMs: number
}

/** WeCom refused the call, or could not be reached. */
export interface FailedEvent {
  readonly type: 'failed'
  /** Status of the answer: 200 if WeCom answered with an errcode. */
  readonly status: number
  readonly endpoint: string
  /** Milliseconds since the request arrived. */
  readonly durationMs: number
  /** Usually an error of the client, which holds no token, secret or URL. */
  readonly error: unknown
}

/** The first argument of `onEvent`. It holds no token, secret, parameter or result. */
export type ProxyEvent = AnsweredEvent | FailedEvent | RefusedEvent
