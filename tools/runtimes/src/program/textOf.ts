/**
 * Returns a text with all fields of a value, nested fields included. A check searches the text for secrets, because it
 * contains everything that a logger could print of the value.
 */
export function textOf(value: unknown, seen: Set<unknown> = new Set()): string {
  if (typeof value !== 'object' || value === null) return String(value)
  if (seen.has(value)) return ''
  seen.add(value)
  const fields = Reflect.ownKeys(value).map((key) => `${String(key)}: ${textOf(Reflect.get(value, key), seen)}`)
  // Adds them if they are not own fields of the error.
  if (value instanceof Error) fields.push(value.name, value.message, value.stack ?? '')
  return fields.join('\n')
}
