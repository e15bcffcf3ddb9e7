import type * as v from 'valibot'

/** One thing that does not fit, and where. */
export interface Issue {
  /** Where it is, e.g. `external_userid` or `range[0].type`; empty for the whole. */
  readonly path: string
  readonly message: string
}

/** The issues without the values that caused them, which may be personal data or secrets. */
export function toIssues(issues: readonly v.BaseIssue<unknown>[]): Issue[] {
  return issues.map(({ path = [], message, received }) => ({
    path: path
      .map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
      .join('')
      .replace(/^\./, ''),
    message: describe(message, received),
  }))
}

function describe(message: string, received: string): string {
  // A message of the schema's own says when it is.
  if (received === 'undefined') return message.startsWith('Invalid') ? 'is required' : message
  if (message.includes('Expected !0')) return 'must not be empty'
  // Lengths and limits are no secret; what was sent as something else may be.
  const isPrivate = received.startsWith('"') || message.startsWith('Invalid type')
  return isPrivate ? message.replace(/ but received .*/s, '') : message
}

export function formatIssues(issues: readonly Issue[]): string {
  return issues.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; ')
}
