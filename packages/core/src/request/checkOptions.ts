import type { RequestOptions } from '../client/types.ts'
import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import { WeComValidationError } from '../errors/WeComValidationError.ts'

const optionNames: readonly string[] = ['signal', 'timeout', 'totalTimeout', 'headers']

export function checkOptions(endpoint: AnyEndpoint, params: object, { timeout, totalTimeout }: RequestOptions): void {
  const issues = Object.entries({ timeout, totalTimeout })
    .filter(([, value]) => value !== undefined && !(value > 0))
    .map(([path, value]) => ({ path, message: `must be a positive number, got ${value}` }))
  // In JavaScript, `listFollowUsers(client, { signal })` would send the signal to WeCom as a parameter.
  const names = Object.keys(params)
  const misplaced = names.filter((name) => optionNames.includes(name))
  // Beside other parameters, `timeout` may be a parameter of the user's own endpoint.
  if (misplaced.length === names.length || (params as RequestOptions).signal instanceof AbortSignal) {
    issues.push(...misplaced.map((path) => ({ path, message: 'options go into the third argument' })))
  }
  if (issues[0]) throw new WeComValidationError(endpoint, issues)
}
