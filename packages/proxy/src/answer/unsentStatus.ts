import type { AnyEndpoint } from '@wecom/core'

const failedDependency = 424

/**
 * The status for a call that was not sent to WeCom. For a `create` or `send` it is not 5xx, which would mean to the
 * caller that it may have taken effect.
 */
export function unsentStatus({ effect }: AnyEndpoint, status: number): number {
  const isOnceOnly = effect === 'create' || effect === 'send'
  return isOnceOnly && status >= 500 ? failedDependency : status
}
