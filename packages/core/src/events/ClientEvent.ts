import type { AnyWeComError } from '../errors/isWeComError.ts'
import type { Issue } from '../errors/Issue.ts'

interface EventBase {
  /** Name of the endpoint, e.g. `getContact`. */
  readonly endpoint: string
  /** Id of the call. All attempts of a call have the same id. A request for a token has an id of its own. */
  readonly callId: string
}

interface AttemptEvent extends EventBase {
  /** Number of the attempt within its call, from 1. */
  readonly attempt: number
}

/** The event before the client sends a request. */
export interface RequestEvent extends AttemptEvent {
  readonly type: 'request'
  readonly method: string
  readonly path: string
}

/** The event after an attempt succeeded. */
export interface ResponseEvent extends AttemptEvent {
  readonly type: 'response'
  /** Duration of the attempt in milliseconds. */
  readonly durationMs: number
}

/** The event after an attempt failed. If another attempt follows, `retry` or `refresh` is the next event. */
export interface FailureEvent extends AttemptEvent {
  readonly type: 'failure'
  /** Duration of the attempt in milliseconds. */
  readonly durationMs: number
  readonly error: AnyWeComError
}

/** The event before a repeated attempt: the client sends the call again after `waitMs` milliseconds. */
export interface RetryEvent extends AttemptEvent {
  readonly type: 'retry'
  readonly waitMs: number
  readonly error: AnyWeComError
}

/** The event after WeCom rejected the token: the client sends the call again with a new one. */
export interface RefreshEvent extends AttemptEvent {
  readonly type: 'refresh'
  readonly error: AnyWeComError
}

/**
 * The event after a call that worked, but whose result does not have the documented shape, or of whose request WeCom
 * ignored a part.
 */
export interface MismatchEvent extends EventBase {
  readonly type: 'mismatch'
  readonly issues: readonly Issue[]
}

/** The event after an operation of the token store failed or timed out. The call continues without the store. */
export interface StoreFailureEvent extends EventBase {
  readonly type: 'store-failure'
  readonly operation: 'get' | 'set' | 'delete' | 'lock'
  /**
   * Name of the store's error, or `TimeoutError` if the store did not answer in time. The message of the error is left
   * out, because it may contain the token.
   */
  readonly errorName: string
}

/** The argument of `onEvent`. It contains no token, secret, parameter or result, so it is safe to log. */
export type ClientEvent =
  | FailureEvent
  | MismatchEvent
  | RefreshEvent
  | RequestEvent
  | ResponseEvent
  | RetryEvent
  | StoreFailureEvent
