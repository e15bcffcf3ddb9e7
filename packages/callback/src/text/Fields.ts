/** What a message says, by the names on the wire. */
export type Fields = Readonly<Record<string, unknown>>

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What becomes `undefined` is left out. */
export function mapFields(fields: Fields, map: (value: unknown, name: string) => unknown): Fields {
  const mapped: Record<string, unknown> = {}
  for (const name of Object.keys(fields)) {
    const value = map(fields[name], name)
    // No field of WeCom's has the name `__proto__`, and setting it would give the object another prototype.
    if (value !== undefined && name !== '__proto__') mapped[name] = value
  }
  return mapped
}
