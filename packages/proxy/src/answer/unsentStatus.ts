import type { AnyEndpoint } from '@wecom/core'

const failedDependency = 424

/**
 * Returns the HTTP status for a call that the proxy did not send to WeCom. For a `create` or `send` call the status is
 * not 5xx, because a 5xx would tell the caller that the call may have taken effect.
 */
export function unsentStatus({ effect }: AnyEndpoint, status: number): number {
  const isOnceOnly = effect === 'create' || effect === 'send'
  return isOnceOnly && status >= 500 ? failedDependency : status
}
