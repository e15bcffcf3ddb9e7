/**
 * Fields such as `msgtype` in `{ msgtype: 'link', link: {} }`, whose value is the name of another field. `textsOf`
 * leaves out such values, because they are names from WeCom's API and not personal data.
 */
const kinds = new Set(['msgtype', 'type'])

export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => (kinds.has(name) ? [] : textsOf(inner)))
}
