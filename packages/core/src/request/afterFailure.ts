import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import { isOnceOnly } from '../endpoint/isOnceOnly.ts'
import type { AnyWeComError } from '../errors/isWeComError.ts'
import { isLasting } from '../transport/connectionFailure.ts'
import type { RequestContext } from './context.ts'

/** The next step after a failure: throw it, get a new token, or wait this many milliseconds before the next attempt. */
export type NextStep = 'throw' | 'refresh' | number

export interface FailureState {
  readonly endpoint: Pick<AnyEndpoint, 'effect' | 'token'>
  /** Number of attempts so far. */
  readonly attempt: number
  /** Whether a new token is possible: the source can give one, and this call has not replaced its token yet. */
  readonly refreshable: boolean
  readonly retry: RequestContext['retry']
  /** A random number from 0 to 1, to spread the waits of many clients. */
  readonly random: number
}

/**
 * WeCom rejected the token. 40001 is not among them: it means a wrong secret, and requesting again gets the IP banned.
 */
const rejectedToken: readonly number[] = [40014, 42001, 40082, 42009]
/** Temporarily refused: too many calls at once, or a task in progress. Nothing happened, whatever the effect. */
const refusedForNow: readonly number[] = [45033, 41063, 41079, 41096]
/** Temporary: system busy, a conflict with another write, maintenance. */
const passing: readonly number[] = [-1, 6000, 45035, 81026]

/** Decides the next step after a failure. A pure function; the loop in `request.ts` carries it out. */
export function afterFailure(
  error: AnyWeComError,
  { endpoint, attempt, refreshable, retry, random }: FailureState,
): NextStep {
  if (isRejectedToken(error)) return refreshable && endpoint.token !== 'none' ? 'refresh' : 'throw'
  if (attempt > retry.limit || !mayPass(error, endpoint)) return 'throw'

  const delay = Math.min(retry.minDelay * 2 ** (attempt - 1), retry.maxDelay)
  const asked = error.kind === 'http' ? error.retryAfter : undefined
  const wait = asked ?? Math.round(delay * (0.5 + random / 2))
  return wait > retry.maxDelay ? 'throw' : wait
}

/** Whether WeCom rejected the token of the call. */
export function isRejectedToken(error: AnyWeComError): boolean {
  return error.kind === 'api' && rejectedToken.includes(error.errcode)
}

function mayPass(error: AnyWeComError, endpoint: Pick<AnyEndpoint, 'effect'>): boolean {
  if (error.kind === 'api' && refusedForNow.includes(error.errcode)) return true
  if (isOnceOnly(endpoint)) return false
  return (
    error.kind === 'timeout' ||
    (error.kind === 'network' && !isLasting(error.code)) ||
    (error.kind === 'response' && !error.tooLong) ||
    (error.kind === 'api' && passing.includes(error.errcode)) ||
    (error.kind === 'http' && (error.status >= 500 || error.status === 429))
  )
}
