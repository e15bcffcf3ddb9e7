import type { Issue } from '@wecom/core'
import type { RefusalReason } from './Refusal.ts'

/** The proxy itself said no. WeCom was not asked. */
export interface RefusedEvent {
  readonly type: 'refused'
  readonly reason: RefusalReason
  readonly status: number
  /** Name of the endpoint; undefined before the caller is known, and where none is listed on the path. */
  readonly endpoint: string | undefined
  /** The parameter that does not fit. */
  readonly issue?: Issue | undefined
  /** What `authenticate` or `authorize` threw. */
  readonly error?: unknown
}

/** WeCom was asked and did it. Of a file, this is the moment when it begins to arrive. */
export interface AnsweredEvent {
  readonly type: 'answered'
  readonly status: number
  readonly endpoint: string
  /** Milliseconds since the request came. */
  readonly durationMs: number
}

/** WeCom was asked and refused, or could not be reached. */
export interface FailedEvent {
  readonly type: 'failed'
  /** What the caller got: 200 where WeCom answered with an errcode. */
  readonly status: number
  readonly endpoint: string
  /** Milliseconds since the request came. */
  readonly durationMs: number
  /** Of the client, as a rule: then without token, secret and URL. */
  readonly error: unknown
}

/** What a proxy tells `onEvent`. Holds no token, no secret, no parameter and no result. */
export type ProxyEvent = AnsweredEvent | FailedEvent | RefusedEvent
