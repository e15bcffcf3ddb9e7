import type { RequestOptions } from '../client/types.ts'
import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import { WeComValidationError } from '../errors/WeComValidationError.ts'

const optionNames: readonly string[] = ['signal', 'timeout', 'totalTimeout', 'headers']

/**
 * Refuses time limits that are no numbers, and options in the place of the parameters: without types,
 * `listFollowUsers(client, { signal })` would send the signal to WeCom, and nothing would end the call.
 *
 * @throws {WeComValidationError} with the name of the option.
 */
export function checkOptions(endpoint: AnyEndpoint, params: object, { timeout, totalTimeout }: RequestOptions): void {
  const issues = Object.entries({ timeout, totalTimeout })
    .filter(([, value]) => value !== undefined && !(value > 0))
    .map(([path, value]) => ({ path, message: `must be a positive number, got ${value}` }))
  const names = Object.keys(params)
  const misplaced = names.filter((name) => optionNames.includes(name))
  // Beside other parameters, `timeout` may be one of an endpoint that the user wrote down.
  if (misplaced.length === names.length || (params as RequestOptions).signal instanceof AbortSignal) {
    issues.push(...misplaced.map((path) => ({ path, message: 'options go into the third argument' })))
  }
  if (issues.length > 0) throw new WeComValidationError(endpoint, issues)
}
