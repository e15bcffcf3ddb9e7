/** Returns whether the `presence` of a `CatalogueField` says that every successful response contains the field. */
export function isAlwaysPresent(presence: string): boolean {
  return /^(always|on success)\b/.test(presence) && !/\babsent\b/.test(presence)
}
