import { type AnyEndpoint, type AnyWeComError, isWeComError } from '@wecom/core'
import { safeHeaders } from './headers.ts'
import { maskAddresses } from './maskAddresses.ts'
import { jsonResponse } from './toResponse.ts'
import { unsentStatus } from './unsentStatus.ts'

// The caller needs these statuses to react correctly: 416 (invalid range) and 429 (too many requests).
const passedOn: readonly number[] = [416, 429]

export function toFailure(endpoint: AnyEndpoint, error: unknown): Response {
  if (!isWeComError(error)) return emptyResponse(500)
  // The proxy's own request for a token failed. The caller must not see WeCom's answer about the secret.
  if (error.endpoint !== endpoint.name) return emptyResponse(unsentStatus(endpoint, 502))
  if (error.kind === 'api') return jsonResponse({ errcode: error.errcode, errmsg: maskAddresses(error.errmsg) })

  const status = statusOf(error)
  // A mismatch means that the call worked, but its answer has another shape.
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
    // The parameters were checked, so the client is wrong for the call, e.g. its kind of token.
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

function emptyResponse(status: number, retryAfter?: number): Response {
  // `retryAfter` is in milliseconds.
  const seconds = retryAfter === undefined ? {} : { 'retry-after': String(Math.ceil(retryAfter / 1000)) }
  return new Response(null, { status, headers: { ...safeHeaders, ...seconds } })
}
