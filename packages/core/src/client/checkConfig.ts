import { checkNumber } from '../settings/checkNumber.ts'
import type { ClientConfig } from './types.ts'

/**
 * Refuses numbers with which calls would never end, or never be sent.
 *
 * @throws {RangeError} with the name of the setting.
 */
export function checkConfig(config: ClientConfig): void {
  for (const name of ['timeout', 'totalTimeout'] as const) {
    checkNumber(`createClient: ${name}`, config[name], 'a positive number')
  }
  checkNumber('createClient: maxResponseBytes', config.maxResponseBytes, 'a positive number')
  for (const name of ['limit', 'minDelay', 'maxDelay'] as const) {
    checkNumber(`createClient: retry.${name}`, (config.retry || {})[name], 'a non-negative integer')
  }
}
