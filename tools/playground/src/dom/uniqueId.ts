let last = 0

/** Makes a new id, to connect labels with their elements. */
export function uniqueId(prefix: string): string {
  last++
  return `${prefix}-${last}`
}
