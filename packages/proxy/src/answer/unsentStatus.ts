import type { AnyEndpoint } from '@wecom/core'

const failedDependency = 424

/**
 * The status for a call that WeCom did not take on. Of a `create` or `send`, 5xx would tell the caller that it may have
 * happened, and to look before it is sent again.
 */
export function unsentStatus({ effect }: AnyEndpoint, status: number): number {
  const isOnceOnly = effect === 'create' || effect === 'send'
  return isOnceOnly && status >= 500 ? failedDependency : status
}
