import type { AnyEndpoint } from '@wecom/core'

/**
 * Returns a key for the follow relation (a member and a customer) that a request to WeCom changes, or an empty string
 * if the request changes no follow relation. WeCom refuses two requests at the same time for the same follow relation
 * with 45035 (conflicting operations).
 */
export function changedRelation({ effect }: AnyEndpoint, params: object): string {
  const { userid, external_userid } = params as { readonly userid?: unknown; readonly external_userid?: unknown }
  const isOne = effect !== 'read' && typeof userid === 'string' && typeof external_userid === 'string'
  return isOne ? `${userid} ${external_userid}` : ''
}
