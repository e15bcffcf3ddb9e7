import type { AnyWeComError } from '../errors/isWeComError.ts'
import type { Issue } from '../errors/Issue.ts'

interface EventBase {
  /** Name of the endpoint. */
  readonly endpoint: string
  /** The same for all attempts of a call. The request for a token, which a call may wait for, has its own. */
  readonly callId: string
}

interface AttemptEvent extends EventBase {
  /** 1 for the first time that this call is sent. */
  readonly attempt: number
}

/** A request leaves. */
export interface RequestEvent extends AttemptEvent {
  readonly type: 'request'
  readonly method: string
  readonly path: string
}

/** The attempt succeeded. */
export interface ResponseEvent extends AttemptEvent {
  readonly type: 'response'
  /** Since the request left, in milliseconds. */
  readonly durationMs: number
}

/** The attempt failed. Another may follow: then `retry` or `refresh` comes next. */
export interface FailureEvent extends AttemptEvent {
  readonly type: 'failure'
  /** Since the request left, in milliseconds. */
  readonly durationMs: number
  readonly error: AnyWeComError
}

/** The call is sent again after `waitMs` milliseconds. */
export interface RetryEvent extends AttemptEvent {
  readonly type: 'retry'
  readonly waitMs: number
  readonly error: AnyWeComError
}

/** The token was rejected; the call is sent again with another one. */
export interface RefreshEvent extends AttemptEvent {
  readonly type: 'refresh'
  readonly error: AnyWeComError
}

/** The call worked, but its result does not have the documented shape, or WeCom understood only part of the request. */
export interface MismatchEvent extends EventBase {
  readonly type: 'mismatch'
  readonly issues: readonly Issue[]
}

/** The token store failed, or did not answer in time. The call goes on without it. */
export interface StoreFailureEvent extends EventBase {
  readonly type: 'store-failure'
  readonly operation: 'get' | 'set' | 'delete' | 'lock'
  /** Name of the store's error, `TimeoutError` when it did not answer. Its message is left out: it may hold the token. */
  readonly errorName: string
}

/** What a client tells `onEvent`. Holds no token, no secret, no parameter and no result: fit for a log as it is. */
export type ClientEvent =
  | FailureEvent
  | MismatchEvent
  | RefreshEvent
  | RequestEvent
  | ResponseEvent
  | RetryEvent
  | StoreFailureEvent
