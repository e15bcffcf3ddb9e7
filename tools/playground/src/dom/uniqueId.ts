let last = 0

/** Returns an id that no other element has. Labels use it to refer to their elements. */
export function uniqueId(prefix: string): string {
  last++
  return `${prefix}-${last}`
}
