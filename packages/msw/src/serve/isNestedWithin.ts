/** Whether nothing in a value of JSON stands deeper than so many levels. It looks no deeper itself. */
export function isNestedWithin(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true
  return levels > 0 && Object.values(value).every((inner) => isNestedWithin(levels - 1, inner))
}
