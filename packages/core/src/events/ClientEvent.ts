import type { AnyWeComError } from '../errors/isWeComError.ts'
import type { Issue } from '../errors/Issue.ts'

interface EventBase {
  /** Name of the endpoint, e.g. `getContact`. */
  readonly endpoint: string
  /** The same for all attempts of a call. A request for a token has its own. */
  readonly callId: string
}

interface AttemptEvent extends EventBase {
  /** 1 for the first attempt of the call. */
  readonly attempt: number
}

/** The client sends a request. */
export interface RequestEvent extends AttemptEvent {
  readonly type: 'request'
  readonly method: string
  readonly path: string
}

/** The attempt succeeded. */
export interface ResponseEvent extends AttemptEvent {
  readonly type: 'response'
  /** Milliseconds since the request was sent. */
  readonly durationMs: number
}

/** The attempt failed. If another follows, `retry` or `refresh` is the next event. */
export interface FailureEvent extends AttemptEvent {
  readonly type: 'failure'
  /** Milliseconds since the request was sent. */
  readonly durationMs: number
  readonly error: AnyWeComError
}

/** The client sends the call again after `waitMs` milliseconds. */
export interface RetryEvent extends AttemptEvent {
  readonly type: 'retry'
  readonly waitMs: number
  readonly error: AnyWeComError
}

/** WeCom rejected the token. The client sends the call again with a new one. */
export interface RefreshEvent extends AttemptEvent {
  readonly type: 'refresh'
  readonly error: AnyWeComError
}

/** The call worked, but its result does not have the documented shape, or WeCom ignored part of the request. */
export interface MismatchEvent extends EventBase {
  readonly type: 'mismatch'
  readonly issues: readonly Issue[]
}

/** The token store failed or timed out. The call continues without it. */
export interface StoreFailureEvent extends EventBase {
  readonly type: 'store-failure'
  readonly operation: 'get' | 'set' | 'delete' | 'lock'
  /**
   * Name of the store's error; `TimeoutError` if the store did not answer. Without the message, which may hold the
   * token.
   */
  readonly errorName: string
}

/** The argument of `onEvent`. It holds no token, secret, parameter or result, so it is safe to log. */
export type ClientEvent =
  | FailureEvent
  | MismatchEvent
  | RefreshEvent
  | RequestEvent
  | ResponseEvent
  | RetryEvent
  | StoreFailureEvent
