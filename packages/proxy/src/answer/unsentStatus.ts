import type { AnyEndpoint } from '@wecom/core'

const failedDependency = 424

/**
 * Returns the HTTP status of the response if the proxy sent nothing to WeCom. A status of 500 or above would tell the
 * caller that the call may have taken effect. So the function replaces such a status by 424 if the endpoint creates or
 * sends something.
 */
export function unsentStatus({ effect }: AnyEndpoint, status: number): number {
  const isOnceOnly = effect === 'create' || effect === 'send'
  return isOnceOnly && status >= 500 ? failedDependency : status
}
