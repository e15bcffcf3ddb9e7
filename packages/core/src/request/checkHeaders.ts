import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import { WeComValidationError } from '../errors/WeComValidationError.ts'

/** Whether HTTP can carry a header. It takes bytes, so Chinese has to be encoded first. */
export function isHeader(name: string, value: string): boolean {
  return /^[\w!#$%&'*+.^`|~-]+\n[\t\u{20}-\u{7e}\u{80}-\u{ff}]*$/u.test(`${name}\n${value}`)
}

/**
 * Refuses what `fetch` would refuse in the middle of the call, where nobody could tell it from a broken connection.
 *
 * @throws {WeComValidationError} with the name of the header, and without its value.
 */
export function checkHeaders(endpoint: AnyEndpoint, headers: Readonly<Record<string, string>>): void {
  const issues = Object.entries(headers)
    .filter(([name, value]) => !isHeader(name, value))
    .map(([name]) => ({ path: `headers.${name}`, message: 'no header can carry this; encode it, e.g. as base64' }))
  if (issues.length > 0) throw new WeComValidationError(endpoint, issues)
}
