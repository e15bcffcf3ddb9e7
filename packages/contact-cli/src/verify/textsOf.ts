/**
 * Names of fields whose value is the name of another field, as in `{ msgtype: 'link', link: {} }`. `textsOf` leaves out
 * such values, because WeCom defines them, so they are not personal data.
 */
const kinds = new Set(['msgtype', 'type'])

export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => (kinds.has(name) ? [] : textsOf(inner)))
}
