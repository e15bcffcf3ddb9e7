/** Whether a field of a call may be read later. */
export function isNoSecret(name: string): boolean {
  return !/token|secret|suite_ticket|permanent_code/.test(name)
}
