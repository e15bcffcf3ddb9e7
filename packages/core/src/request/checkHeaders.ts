import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import { WeComValidationError } from '../errors/WeComValidationError.ts'

export function isHeader(name: string, value: string): boolean {
  // HTTP allows only Latin-1 in values, so the caller must encode Chinese text.
  return /^[\w!#$%&'*+.^`|~-]+\n[\t\u{20}-\u{7e}\u{80}-\u{ff}]*$/u.test(`${name}\n${value}`)
}

export function checkHeaders(endpoint: AnyEndpoint, headers: Readonly<Record<string, string>>): void {
  // `fetch` would refuse the headers with an error that looks like a broken connection. The values may be secret, so
  // they are not in the issues.
  const issues = Object.entries(headers)
    .filter(([name, value]) => !isHeader(name, value))
    .map(([name]) => ({ path: `headers.${name}`, message: 'not allowed in a header; encode it as base64' }))
  if (issues[0]) throw new WeComValidationError(endpoint, issues)
}
