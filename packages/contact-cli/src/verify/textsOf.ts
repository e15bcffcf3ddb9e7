/**
 * Names of fields whose value is the name of another field, such as `msgtype` in `{ msgtype: 'link', link: {} }`.
 * `textsOf` leaves out the values of these fields, because they are names from WeCom's API and not personal data.
 */
const kinds = new Set(['msgtype', 'type'])

export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => (kinds.has(name) ? [] : textsOf(inner)))
}
