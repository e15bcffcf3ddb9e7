import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import { WeComValidationError } from '../errors/WeComValidationError.ts'

/** Whether HTTP allows a header. Values must be Latin-1, so Chinese text must be encoded first. */
export function isHeader(name: string, value: string): boolean {
  return /^[\w!#$%&'*+.^`|~-]+\n[\t\u{20}-\u{7e}\u{80}-\u{ff}]*$/u.test(`${name}\n${value}`)
}

/**
 * Checks the headers of a call. `fetch` would refuse the same headers later, with an error that looks like a broken
 * connection.
 *
 * @throws {WeComValidationError} a header is not allowed. The message names the header, without its value.
 */
export function checkHeaders(endpoint: AnyEndpoint, headers: Readonly<Record<string, string>>): void {
  const issues = Object.entries(headers)
    .filter(([name, value]) => !isHeader(name, value))
    .map(([name]) => ({ path: `headers.${name}`, message: 'not allowed in a header; encode it, e.g. as base64' }))
  if (issues.length > 0) throw new WeComValidationError(endpoint, issues)
}
