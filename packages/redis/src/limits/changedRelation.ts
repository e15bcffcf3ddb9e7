import type { AnyEndpoint } from '@wecom/core'

/**
 * Returns a key for the follow relation that a call changes. The key consists of the userid and the external_userid.
 * Returns an empty string if the call changes no follow relation. If two calls change the same follow relation at the
 * same time, WeCom refuses one of the calls with 45035 (conflicting operations).
 */
export function changedRelation({ effect }: AnyEndpoint, params: object): string {
  const { userid, external_userid } = params as { readonly userid?: unknown; readonly external_userid?: unknown }
  const isOne = effect !== 'read' && typeof userid === 'string' && typeof external_userid === 'string'
  return isOne ? `${userid} ${external_userid}` : ''
}
