import type { AnyEndpoint } from '@wecom/core'

/**
 * Returns the member and customer whose relation a call changes, e.g. by tags or a remark; '' if it changes none. WeCom
 * refuses two such calls at once with 45035.
 */
export function changedRelation({ effect }: AnyEndpoint, params: object): string {
  if (effect === 'read' || !('userid' in params && 'external_userid' in params)) return ''
  const { userid, external_userid } = params
  const isOne = typeof userid === 'string' && typeof external_userid === 'string'
  return isOne ? `${userid} ${external_userid}` : ''
}
