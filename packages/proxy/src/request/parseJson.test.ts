import { expect, test } from 'vitest'
import { parseJson } from './parseJson.ts'

const list = (length: number, item = '1'): string => `[${Array.from({ length }, () => item).join()}]`
const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`

test.each([
  ['a list as long as documented', list(100_000)],
  ['objects as many as documented', list(3000, '{"type":1,"userid":"a"}')],
  ['32 levels', nested(32)],
  ['many levels beside each other', list(1000, '[[[[]]]]')],
  ['signs in a string', JSON.stringify(`${'[{,:'.repeat(50_000)}"\\`)],
  ['a text', '"\\\\"'],
  ['signs behind an escaped quote', JSON.stringify(`"${'['.repeat(40)}`)],
  ['as many values as allowed', list(110_000)],
  ['as many names as allowed', list(20_000, '{"a":1}')],
])('default: %s', (_what, text) => {
  expect(parseJson(text)).toEqual(JSON.parse(text))
})

test.each([
  ['too_large', 'a longer list', list(110_001)],
  ['too_large', 'longer lists together', list(2, list(55_000))],
  ['too_large', 'empty lists', list(60_000, '[]')],
  ['too_large', 'names', `{${Array.from({ length: 20_001 }, (_each, index) => `"${index}":1`).join()}}`],
  ['too_large', 'names of several objects', list(10_001, '{"a":1,"b":1}')],
  ['field_name', '33 levels', nested(33)],
  ['field_name', '33 levels that are not closed', '['.repeat(33)],
  ['too_large', 'a list after a string that ends in a backslash', `["\\\\",${list(110_001)}]`],
])('error: %s for %s', (reason, _what, text) => {
  expect(() => parseJson(text)).toThrow(reason)
})

test.each(['', '{', '"', '"\\', '[1,]', ']]', '{"a"}'])('error: %j is no JSON', (text) => {
  expect(() => parseJson(text)).toThrow(SyntaxError)
})
