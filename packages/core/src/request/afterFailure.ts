import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import { isOnceOnly } from '../endpoint/isOnceOnly.ts'
import type { AnyWeComError } from '../errors/isWeComError.ts'
import { isLasting } from '#connectionFailure'
import type { RequestContext } from './context.ts'

/**
 * Step of the client after a failed request: throw the error, request a new token, or repeat the request. A number is
 * the wait before the repetition, in milliseconds.
 */
export type NextStep = 'throw' | 'refresh' | number

export interface FailureState {
  readonly endpoint: Pick<AnyEndpoint, 'effect'>
  /**
   * Number of requests that the client has sent for this call. A request that failed because WeCom rejected its token
   * does not count.
   */
  readonly attempt: number
  readonly refreshable: boolean
  readonly retry: RequestContext['retry']
  readonly random: number
}

// A rejected token: the client requests a new one. 40001 (wrong secret) is not included, because WeCom bans the IP
// after repeated requests with a wrong secret.
const rejectedToken: readonly number[] = [40014, 42001, 40082, 42009]
// Too many calls at once, or a task is in progress. The call had no effect, so the client may repeat it, even if its
// effect is `create` or `send`.
const refusedForNow: readonly number[] = [45033, 41063, 41079, 41096]
// WeCom is busy or under maintenance, or another write conflicted with this one.
const passing: readonly number[] = [-1, 6000, 45035, 81026]

export function afterFailure(
  error: AnyWeComError,
  { endpoint, attempt, refreshable, retry, random }: FailureState,
): NextStep {
  if (isRejectedToken(error)) return refreshable ? 'refresh' : 'throw'
  if (attempt > retry.limit || !mayPass(error, endpoint)) return 'throw'

  const delay = Math.min(retry.minDelay * 2 ** (attempt - 1), retry.maxDelay)
  const retryAfter = error.kind === 'http' ? error.retryAfter : undefined
  // The random number is from 0 to 1, so that many clients do not repeat their calls at the same moment.
  const wait = retryAfter ?? Math.round(delay * (0.5 + random / 2))
  return wait > retry.maxDelay ? 'throw' : wait
}

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
