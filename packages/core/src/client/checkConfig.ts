import { checkNumber } from '../settings/checkNumber.ts'
import type { ClientConfig } from './types.ts'

export function checkConfig({ timeout, totalTimeout, maxResponseBytes, retry }: ClientConfig): void {
  for (const [name, value] of Object.entries({ timeout, totalTimeout, maxResponseBytes })) {
    checkNumber(`createClient: ${name}`, value, 'a positive number')
  }
  for (const [name, value] of Object.entries(retry || {})) {
    checkNumber(`createClient: retry.${name}`, value, 'a non-negative integer')
  }
}
