/** Returns a text or number as text for an input. Returns an empty text for any other value. */
export function toText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
