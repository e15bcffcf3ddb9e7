import type { AnyEndpoint } from '@wecom/core'

/**
 * Returns the member and customer whose relation a call changes, e.g. by tags or a remark. Returns an empty text if the
 * call changes none. WeCom refuses two such calls at the same time with 45035.
 */
export function changedRelation({ effect }: AnyEndpoint, params: object): string {
  if (effect === 'read' || !('userid' in params && 'external_userid' in params)) return ''
  const { userid, external_userid } = params
  const isOne = typeof userid === 'string' && typeof external_userid === 'string'
  return isOne ? `${userid} ${external_userid}` : ''
}
