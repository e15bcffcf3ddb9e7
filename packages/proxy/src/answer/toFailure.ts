import { type AnyEndpoint, isWeComError } from '@wecom/core'
import { safeHeaders } from './headers.ts'
import { maskAddresses } from './maskAddresses.ts'
import { jsonResponse } from './toResponse.ts'

/** HTTP statuses of WeCom that mean something to the caller: no such range, too often. */
const passedOn: readonly number[] = [416, 429]

/** The answer for a call that failed. Only errcodes of the call itself tell more than a status does. */
export function toFailure(endpoint: AnyEndpoint, error: unknown): Response {
  if (!isWeComError(error)) return emptyResponse(500)
  // The proxy's own call for a token failed: what WeCom said of the secret is not for the caller.
  if (error.endpoint !== endpoint.name) return emptyResponse(502)
  switch (error.kind) {
    case 'api':
      return jsonResponse({ errcode: error.errcode, errmsg: maskAddresses(error.errmsg) })
    case 'timeout':
      return emptyResponse(504)
    case 'abort':
      return emptyResponse(499)
    // The parameters were checked: what does not fit is the client, e.g. its kind of token.
    case 'validation':
      return emptyResponse(500)
    case 'http':
      return emptyResponse(passedOn.includes(error.status) ? error.status : 502, error.retryAfter)
    case 'mismatch':
    case 'network':
    case 'response':
      return emptyResponse(502)
  }
}

/** @param retryAfter - milliseconds. */
function emptyResponse(status: number, retryAfter?: number): Response {
  const seconds = retryAfter === undefined ? {} : { 'retry-after': String(Math.ceil(retryAfter / 1000)) }
  return new Response(null, { status, headers: { ...safeHeaders, ...seconds } })
}
