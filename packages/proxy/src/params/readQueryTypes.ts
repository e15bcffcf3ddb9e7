import type * as v from 'valibot'

/** Numbers as `String` writes them: what looks otherwise, such as `1e3` or `007`, was never one. */
const number = /^-?(0|[1-9]\d{0,14})(\.\d+)?$/

/**
 * A query knows text only. Where the schema refused a text that reads as a number or a truth value, here it is one.
 */
export function readQueryTypes(
  sent: object,
  inQuery: readonly string[],
  issues: readonly v.BaseIssue<unknown>[],
): object {
  const mistyped = new Set(issues.filter(({ kind, path }) => kind === 'schema' && path?.length === 1).map(fieldOf))
  return Object.fromEntries(
    Object.entries(sent).map(([name, value]) => [
      name,
      inQuery.includes(name) && mistyped.has(name) ? readType(value) : value,
    ]),
  )
}

function fieldOf({ path }: v.BaseIssue<unknown>): unknown {
  return path?.[0].key
}

function readType(value: unknown): unknown {
  if (typeof value !== 'string') return value
  if (number.test(value)) return Number(value)
  return value === 'true' || value === 'false' ? value === 'true' : value
}
