import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import { WeComValidationError } from '../errors/WeComValidationError.ts'

/** Whether HTTP allows a header. It allows only Latin-1 in values, so the caller must encode Chinese text. */
export function isHeader(name: string, value: string): boolean {
  return /^[\w!#$%&'*+.^`|~-]+\n[\t\u{20}-\u{7e}\u{80}-\u{ff}]*$/u.test(`${name}\n${value}`)
}

/**
 * Refuses wrong headers. `fetch` would refuse them with an error that looks like a broken connection. The error does
 * not contain the value of the header, which may be secret.
 */
export function checkHeaders(endpoint: AnyEndpoint, headers: Readonly<Record<string, string>>): void {
  const issues = Object.entries(headers)
    .filter(([name, value]) => !isHeader(name, value))
    .map(([name]) => ({ path: `headers.${name}`, message: 'not allowed in a header; encode it, e.g. as base64' }))
  if (issues.length > 0) throw new WeComValidationError(endpoint, issues)
}
