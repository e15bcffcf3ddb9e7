import type * as v from 'valibot'

/** What a schema says of a value that has the right type, but is none of those that may be. */
const wrongValues = ['picklist', 'literal', 'variant']

/** Whether a parameter came as something else than it is: the errcodes for too long and too many do not mean that. */
export function isWrongType({ kind, type }: v.BaseIssue<unknown>): boolean {
  return kind === 'schema' && !wrongValues.includes(type)
}

/** What is wrong with a parameter, in words that fit errmsg: those of the schema speak of its own inside. */
export function describeFault(issue: v.BaseIssue<unknown>): string {
  const { type, received, requirement, message } = issue
  if (received === 'undefined') return 'is required'
  if (type === 'check') return message
  if (typeof requirement === 'number') return `exceed ${type.replace('_', ' ')} ${requirement}`
  return isWrongType(issue) ? 'has a wrong type' : 'is invalid'
}
