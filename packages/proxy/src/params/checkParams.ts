import type { AnyEndpoint, Issue } from '@wecom/core'
import { toIssues } from '@wecom/core/define'
import type { ProxyParams } from '../ProxyOptions.ts'
import { findUnknownField } from './findUnknownField.ts'
import { parseQueryTypes } from './parseQueryTypes.ts'

export type CheckedParams =
  | { readonly params: ProxyParams; readonly issue?: undefined }
  | { readonly params?: undefined; readonly issue: Issue }

export function checkParams({ params: schema }: AnyEndpoint, sent: object, inQuery: readonly string[]): CheckedParams {
  const checked = parseQueryTypes(schema, sent, inQuery)
  if (!checked.success) {
    const [issue = { path: '', message: 'is invalid' }] = toIssues(checked.issues)
    return { issue }
  }

  const unknown = findUnknownField(schema, checked.output)
  if (unknown !== undefined) return { issue: { path: unknown, message: 'is not a parameter of this call' } }
  return { params: { ...checked.output } }
}
