/** What stands in an input for a value; nothing for one that is no text and no number. */
export function toText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
