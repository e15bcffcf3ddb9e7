let last = 0

/** An id that nothing on the page has: for labels and what they describe. */
export function uniqueId(prefix: string): string {
  last++
  return `${prefix}-${last}`
}
