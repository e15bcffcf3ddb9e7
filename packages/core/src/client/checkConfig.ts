import { checkNumber } from '../settings/checkNumber.ts'
import type { ClientConfig } from './types.ts'

/**
 * Checks the numeric settings of a client: time limits, maximum length of an answer, and retries. Without this check, a
 * wrong number could make calls wait forever or fail without being sent.
 *
 * @throws {RangeError} a number is not allowed. The message names the setting.
 */
export function checkConfig({ timeout, totalTimeout, maxResponseBytes, retry }: ClientConfig): void {
  for (const [name, value] of Object.entries({ timeout, totalTimeout, maxResponseBytes })) {
    checkNumber(`createClient: ${name}`, value, 'a positive number')
  }
  for (const [name, value] of Object.entries(retry || {})) {
    checkNumber(`createClient: retry.${name}`, value, 'a non-negative integer')
  }
}
