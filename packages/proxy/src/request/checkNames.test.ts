import { expect, test } from 'vitest'
import { checkNames } from './checkNames.ts'

test.each([
  [{ token: 1, tokens: 2, access: 3, secret: 4 }],
  [[['access_token']]],
  [{ value: 'corpsecret' }],
  [{ ['a'.repeat(64)]: 'a'.repeat(65) }],
  [null],
  [1e308],
])('fine: %j', (value) => {
  expect(() => checkNames(value)).not.toThrow()
})

test.each([
  ['credential', { list: [{ CorpSecret: '' }] }],
  ['field_name', JSON.parse('[{"__proto__":1}]')],
  ['field_name', { constructor: 1 }],
  ['field_name', [{ prototype: 1 }]],
  ['field_name', { list: [{ ['a'.repeat(65)]: 1 }] }],
  ['bad_params', { list: [1, Infinity] }],
  ['bad_params', { number: -Infinity }],
])('%s: %o', (reason, value: unknown) => {
  expect(() => checkNames(value)).toThrow(reason)
})
