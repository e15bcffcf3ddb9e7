/** Returns one text with everything that a logger could print when it logs a value, at any depth. */
export function textOf(value: unknown, seen: Set<unknown> = new Set()): string {
  if (typeof value !== 'object' || value === null) return String(value)
  if (seen.has(value)) return ''
  seen.add(value)
  const fields = Reflect.ownKeys(value).map((key) => `${String(key)}: ${textOf(Reflect.get(value, key), seen)}`)
  // Adds them if they are not own fields of the error.
  if (value instanceof Error) fields.push(value.name, value.message, value.stack ?? '')
  return fields.join('\n')
}
