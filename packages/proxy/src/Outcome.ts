import type { AnyEndpoint } from '@wecom/core'
import { toFailure } from './answer/toFailure.ts'
import { toRefusal } from './answer/toRefusal.ts'
import type { ProxyEvent } from './ProxyEvent.ts'
import type { Refusal } from './Refusal.ts'

export interface Outcome {
  readonly response: Response
  /**
   * Event that the proxy passes to `onEvent`. Undefined for a preflight request, which browsers send before a request
   * from another origin.
   */
  readonly event?: ProxyEvent
}

export function answered(endpoint: AnyEndpoint, response: Response, durationMs: number): Outcome {
  return { response, event: { type: 'answered', status: response.status, endpoint: endpoint.name, durationMs } }
}

export function failed(endpoint: AnyEndpoint, error: unknown, durationMs: number): Outcome {
  const response = toFailure(endpoint, error)
  return { response, event: { type: 'failed', status: response.status, endpoint: endpoint.name, durationMs, error } }
}

export function refused(endpoint: AnyEndpoint | undefined, refusal: Refusal): Outcome {
  const { reason, issue, cause } = refusal
  const response = toRefusal(endpoint, refusal)
  const { status } = response
  return { response, event: { type: 'refused', reason, status, endpoint: endpoint?.name, issue, error: cause } }
}
