/** Whether every successful response has the field: the phrase opens with that, and does not take it back with "absent". */
export function isAlwaysPresent(presence: string): boolean {
  return /^(always|on success)\b/.test(presence) && !/\babsent\b/.test(presence)
}
