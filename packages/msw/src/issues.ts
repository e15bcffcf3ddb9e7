import * as v from 'valibot'

/** Where a valibot issue is, e.g. `follows[3].userid`; empty for the whole. */
export function issuePath(issue: v.BaseIssue<unknown>): string {
  return (v.getDotPath(issue) ?? '').replace(/\.(\d+)/g, '[$1]')
}

/** What is wrong there. */
export function issueText({ type, expected, received, message }: v.BaseIssue<unknown>): string {
  if (type === 'strict_object' && expected === 'never') return 'there is no such field; remove it, or correct its name'
  return received === 'undefined' ? 'is required' : message
}
