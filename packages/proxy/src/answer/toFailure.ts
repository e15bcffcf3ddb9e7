import { type AnyEndpoint, type AnyWeComError, isWeComError } from '@wecom/core'
import { safeHeaders } from './headers.ts'
import { maskAddresses } from './maskAddresses.ts'
import { jsonResponse } from './toResponse.ts'
import { unsentStatus } from './unsentStatus.ts'

/** HTTP statuses of WeCom that mean something to the caller: no such range, too often. */
const passedOn: readonly number[] = [416, 429]

/** The answer for a call that failed. Only errcodes of the call itself tell more than a status does. */
export function toFailure(endpoint: AnyEndpoint, error: unknown): Response {
  if (!isWeComError(error)) return emptyResponse(500)
  // The proxy's own call for a token failed: what WeCom said of the secret is not for the caller.
  if (error.endpoint !== endpoint.name) return emptyResponse(unsentStatus(endpoint, 502))
  if (error.kind === 'api') return jsonResponse({ errcode: error.errcode, errmsg: maskAddresses(error.errmsg) })

  const status = statusOf(error)
  // A mismatch is what was done and answered strangely.
  const mayHaveHappened = error.ambiguous || error.kind === 'mismatch'
  const retryAfter = error.kind === 'http' ? error.retryAfter : undefined
  return emptyResponse(mayHaveHappened ? status : unsentStatus(endpoint, status), retryAfter)
}

function statusOf(error: Exclude<AnyWeComError, { kind: 'api' }>): number {
  switch (error.kind) {
    case 'timeout':
      return 504
    case 'abort':
      return 499
    // The parameters were checked: what does not fit is the client, e.g. its kind of token.
    case 'validation':
      return 500
    case 'http':
      return passedOn.includes(error.status) ? error.status : 502
    case 'mismatch':
    case 'network':
    case 'response':
      return 502
  }
}

/** @param retryAfter - milliseconds. */
function emptyResponse(status: number, retryAfter?: number): Response {
  const seconds = retryAfter === undefined ? {} : { 'retry-after': String(Math.ceil(retryAfter / 1000)) }
  return new Response(null, { status, headers: { ...safeHeaders, ...seconds } })
}
