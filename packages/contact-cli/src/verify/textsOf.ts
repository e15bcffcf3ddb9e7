/** Fields whose values are fixed words of WeCom that also serve as field names: `{ msgtype: 'link', link: {} }`. */
const kinds = new Set(['msgtype', 'type'])

/** Returns every text in an answer that may be data of people: ids, names, messages of members. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => (kinds.has(name) ? [] : textsOf(inner)))
}
