/** Converts a string or number to the text of an input. Returns an empty string for any other value. */
export function toText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
