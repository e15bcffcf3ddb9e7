/**
 * Names of fields that contain the name of another field, as in `{ msgtype: 'link', link: {} }`. Their values are words
 * of WeCom, not personal data.
 */
const kinds = new Set(['msgtype', 'type'])

/** Returns all texts in an answer that may be personal data: ids, names, messages. */
export function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => (kinds.has(name) ? [] : textsOf(inner)))
}
