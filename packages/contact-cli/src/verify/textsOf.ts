/** Fields whose values are words of WeCom, and come back as names of fields: `{ msgtype: 'link', link: {} }`. */
const kinds = new Set(['msgtype', 'type'])

/** Every text in an answer that may be a value of people: ids, names, what members wrote. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => (kinds.has(name) ? [] : textsOf(inner)))
}
