import type * as v from 'valibot'

/** A problem with one field of the parameters or the result. */
export interface Issue {
  /** Path of the field, e.g. `external_userid` or `range[0].type`. Empty if the problem concerns the whole object. */
  readonly path: string
  readonly message: string
}

/**
 * Converts issues of Valibot to issues of this library. Leaves out the values of the fields, which may be personal data
 * or secrets.
 */
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
  // A custom message of the schema says when the field is required.
  if (received === 'undefined') return message.startsWith('Invalid') ? 'is required' : message
  if (message.includes('Expected !0')) return 'must not be empty'
  // A received length may be shown; any other received value may be a secret.
  const isPrivate = received.startsWith('"') || message.startsWith('Invalid type')
  return isPrivate ? message.replace(/ but received .*/s, '') : message
}

export function formatIssues(issues: readonly Issue[]): string {
  return issues.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join('; ')
}
