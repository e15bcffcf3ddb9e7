import { expect, test } from 'vitest'
import { staticToken } from '../token/staticToken.ts'
import { createClient } from './createClient.ts'
import type { Client, ClientConfig } from './types.ts'

const create = (config: Partial<ClientConfig>): Client => createClient({ token: staticToken('tok'), ...config })

test.each([
  { timeout: 1 },
  { timeout: Infinity, totalTimeout: Infinity },
  { retry: false },
  { retry: { limit: 0, minDelay: 0, maxDelay: 0 } },
  { timeout: undefined, totalTimeout: undefined, retry: { limit: undefined } },
] satisfies Partial<ClientConfig>[])('default: %o is taken', (config) => {
  expect(() => create(config)).not.toThrow()
})

const positive = 'a positive number'
const whole = 'a non-negative integer'
const refused: [keyof ClientConfig | `retry.${string}`, unknown, string][] = [
  ...[Number.NaN, 0, -1, null, '10'].flatMap((value): typeof refused => [
    ['timeout', value, positive],
    ['totalTimeout', value, positive],
    ['maxResponseBytes', value, positive],
  ]),
  ...[Number.NaN, -1, Infinity, null, '10'].flatMap((value): typeof refused => [
    ['retry.limit', value, whole],
    ['retry.minDelay', value, whole],
    ['retry.maxDelay', value, whole],
  ]),
  ['retry.limit', 1.5, whole],
]

test.each(refused)('error: %s %j', (name, value, rule) => {
  const [group, field] = name.split('.') as [string, string | undefined]
  const config = { [group]: field ? { [field]: value } : value }

  expect(() => create(config)).toThrow(new RangeError(`createClient: ${name} must be ${rule}, got ${String(value)}`))
})
