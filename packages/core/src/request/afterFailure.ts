import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import { isOnceOnly } from '../endpoint/isOnceOnly.ts'
import type { AnyWeComError } from '../errors/isWeComError.ts'
import { isLasting } from '../transport/connectionFailure.ts'
import type { RequestContext } from './context.ts'

/** What to do about a failure: throw it, get another token, or wait so many milliseconds before the next attempt. */
export type NextStep = 'throw' | 'refresh' | number

export interface FailureState {
  readonly endpoint: Pick<AnyEndpoint, 'effect' | 'token'>
  /** How often the call was sent. */
  readonly attempt: number
  /** Whether another token can be had: there is a source of them, and this call has not asked it for a second one yet. */
  readonly refreshable: boolean
  readonly retry: RequestContext['retry']
  /** A number from 0 to 1 that spreads the waits of many clients. */
  readonly random: number
}

/** A token that WeCom does not take (any more). 40001 is not among them: it is a wrong secret, and asking again gets the IP banned. */
const rejectedToken: readonly number[] = [40014, 42001, 40082, 42009]
/** Refused for the moment: too many calls at once, or a task in progress. Nothing happened, whatever the call does. */
const refusedForNow: readonly number[] = [45033, 41063, 41079, 41096]
/** System busy, a write that lost against another one, maintenance. */
const passing: readonly number[] = [-1, 6000, 45035, 81026]

/** Decides what follows a failure. A pure function: the loop in `request.ts` obeys. */
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

/** Whether WeCom does not take the token of the call. */
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
