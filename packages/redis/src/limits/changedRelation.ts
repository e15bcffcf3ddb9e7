import type { AnyEndpoint } from '@wecom/core'

/**
 * Returns the follow relation (a member and a customer) that a call changes, e.g. its tags or its remark. Returns an
 * empty text if the call changes none. WeCom refuses two calls at the same time for the same relation with 45035
 * (conflicting operations).
 */
export function changedRelation({ effect }: AnyEndpoint, params: object): string {
  if (effect === 'read' || !('userid' in params && 'external_userid' in params)) return ''
  const { userid, external_userid } = params
  const isOne = typeof userid === 'string' && typeof external_userid === 'string'
  return isOne ? `${userid} ${external_userid}` : ''
}
