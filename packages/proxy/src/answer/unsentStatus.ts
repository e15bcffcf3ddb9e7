import type { AnyEndpoint } from '@wecom/core'

const failedDependency = 424

/**
 * Returns the HTTP status of the response to a request that the proxy did not send to WeCom. A status of 500 or above
 * would tell the caller that the request may have taken effect. So the function replaces it by 424 if the endpoint
 * creates or sends something.
 */
export function unsentStatus({ effect }: AnyEndpoint, status: number): number {
  const isOnceOnly = effect === 'create' || effect === 'send'
  return isOnceOnly && status >= 500 ? failedDependency : status
}
