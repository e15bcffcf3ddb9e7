/** Whether a field of a call holds what nobody should read later. */
export function isSecret(name: string): boolean {
  return /token|secret|suite_ticket|permanent_code/.test(name)
}
