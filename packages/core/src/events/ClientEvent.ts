import type { AnyWeComError } from '../errors/isWeComError.ts'
import type { Issue } from '../errors/Issue.ts'

interface EventBase {
  /** Name of the SDK function that makes the call, e.g. `getContact`. */
  readonly endpoint: string
  /**
   * Id of one call of an SDK function. All requests that the client sends for the call have this id. A request for a
   * token has an id of its own.
   */
  readonly callId: string
}

interface AttemptEvent extends EventBase {
  /**
   * Number of the attempt within its call: 1 for the first HTTP request of the call, 2 for the next. The events `retry`
   * and `refresh` contain the number of the next attempt.
   */
  readonly attempt: number
}

/** Event that `onEvent` receives before the client sends a request. */
export interface RequestEvent extends AttemptEvent {
  readonly type: 'request'
  readonly method: string
  readonly path: string
}

/** Event that `onEvent` receives after an attempt succeeded. */
export interface ResponseEvent extends AttemptEvent {
  readonly type: 'response'
  /** Duration of the attempt in milliseconds. */
  readonly durationMs: number
}

/**
 * Event that `onEvent` receives after an attempt failed. If another attempt follows, the next event of the call is
 * `retry` or `refresh`.
 */
export interface FailureEvent extends AttemptEvent {
  readonly type: 'failure'
  /** Duration of the attempt in milliseconds. */
  readonly durationMs: number
  readonly error: AnyWeComError
}

/**
 * Event that `onEvent` receives before the client repeats a failed attempt. The client sends the next attempt after
 * `waitMs` milliseconds.
 */
export interface RetryEvent extends AttemptEvent {
  readonly type: 'retry'
  readonly waitMs: number
  readonly error: AnyWeComError
}

/**
 * Event that `onEvent` receives after WeCom rejected the token of an attempt. The client sends the next attempt with a
 * new token.
 */
export interface RefreshEvent extends AttemptEvent {
  readonly type: 'refresh'
  readonly error: AnyWeComError
}

/**
 * Event that `onMismatch` and `onEvent` receive in two cases: the result of a call does not have the documented shape,
 * or WeCom ignored a part of the request. The call itself took effect.
 */
export interface MismatchEvent extends EventBase {
  readonly type: 'mismatch'
  readonly issues: readonly Issue[]
}

/**
 * Event that `onEvent` receives after an operation of the token store failed or timed out. The call continues without
 * the store.
 */
export interface StoreFailureEvent extends EventBase {
  readonly type: 'store-failure'
  readonly operation: 'get' | 'set' | 'delete' | 'lock'
  /**
   * Name of the token store's error, or `TimeoutError` if the store did not answer in time. The event does not contain
   * the error's message, which may contain the token.
   */
  readonly errorName: string
}

/**
 * Event that `onEvent` of a client receives. Events are safe to log, because they contain no token, secret, parameter
 * or result.
 */
export type ClientEvent =
  | FailureEvent
  | MismatchEvent
  | RefreshEvent
  | RequestEvent
  | ResponseEvent
  | RetryEvent
  | StoreFailureEvent
