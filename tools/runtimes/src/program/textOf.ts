/** All that can be read of a value, by whatever name and however deep: what a logger might print. */
export function textOf(value: unknown, seen: Set<unknown> = new Set()): string {
  if (typeof value !== 'object' || value === null) return String(value)
  if (seen.has(value)) return ''
  seen.add(value)
  const fields = Reflect.ownKeys(value).map((key) => `${String(key)}: ${textOf(Reflect.get(value, key), seen)}`)
  // Where these are not fields of the error itself.
  if (value instanceof Error) fields.push(value.name, value.message, value.stack ?? '')
  return fields.join('\n')
}
