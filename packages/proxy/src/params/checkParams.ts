import type { AnyEndpoint, Issue } from '@wecom/core'
import { toIssues } from '@wecom/core/define'
import * as v from 'valibot'
import type { ProxyParams } from '../ProxyOptions.ts'
import { findUnknownField } from './findUnknownField.ts'
import { readQueryTypes } from './readQueryTypes.ts'

export type CheckedParams =
  | { readonly params: ProxyParams; readonly issue?: undefined }
  | { readonly params?: undefined; readonly issue: Issue }

/**
 * Holds parameters against the endpoint's schema.
 *
 * @param inQuery - names of those that came in the query, as text.
 */
export function checkParams({ params: schema }: AnyEndpoint, sent: object, inQuery: readonly string[]): CheckedParams {
  const asSent = v.safeParse(schema, sent)
  const checked = asSent.success ? asSent : v.safeParse(schema, readQueryTypes(sent, inQuery, asSent.issues))
  if (!checked.success) {
    const [issue = { path: '', message: 'does not fit' }] = toIssues(checked.issues)
    return { issue }
  }

  const unknown = findUnknownField(schema, checked.output)
  if (unknown !== undefined) return { issue: { path: unknown, message: 'there is no such field' } }
  return { params: { ...checked.output } }
}
