/**
 * Returns whether every successful response contains the field. This is so if `presence` starts with "always" or "on
 * success", and does not contain "absent".
 */
export function isAlwaysPresent(presence: string): boolean {
  return /^(always|on success)\b/.test(presence) && !/\babsent\b/.test(presence)
}
