import type { AnyEndpoint } from '@wecom/core'

const failedDependency = 424

/**
 * Returns the HTTP status for a call that the proxy did not send to WeCom. For calls that create or send something, 5xx
 * would mean that the call may have taken effect. So the function replaces 5xx by 424 for these calls.
 */
export function unsentStatus({ effect }: AnyEndpoint, status: number): number {
  const isOnceOnly = effect === 'create' || effect === 'send'
  return isOnceOnly && status >= 500 ? failedDependency : status
}
