import type { AnyEndpoint } from '@wecom/core'

const failedDependency = 424

/**
 * Returns the HTTP status for a call that the proxy did not send to WeCom. If the call creates or sends something, a
 * status of 500 or above would tell the caller that the call may have taken effect. The function returns 424 instead of
 * such a status.
 */
export function unsentStatus({ effect }: AnyEndpoint, status: number): number {
  const isOnceOnly = effect === 'create' || effect === 'send'
  return isOnceOnly && status >= 500 ? failedDependency : status
}
