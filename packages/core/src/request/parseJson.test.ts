import { expect, test } from 'vitest'
import { parseJson } from './parseJson.ts'

const controlCharacters = Array.from({ length: 0x20 }, (_, code) => String.fromCharCode(code))

test('default', () => {
  const text = ' {"a": "b\\n\\u0014\\"", "c": [1, null, {"d": true}], "e": -1.5e3}\n'

  expect(parseJson(text)).toEqual({ a: 'b\n\u0014"', c: [1, null, { d: true }], e: -1500 })
})

test.each(controlCharacters)('behavior: a control character in a string is kept: %j', (character) => {
  const text = `{\n\t"na${character}me":\r\n"${character}李四${character}${character}\\"${character}",\n"n":1}`

  expect(parseJson(text)).toEqual({
    [`na${character}me`]: `${character}李四${character}${character}"${character}`,
    n: 1,
  })
})

test('behavior: control characters change nothing else in the text', () => {
  const value = { a: '\u0014\\', b: ['\\"', '/\u2028', '12345678901234567'], c: 1.25, d: '😀' }
  const text = JSON.stringify(value, undefined, 2).replace('\\u0014', '\u0014')

  expect(text).toContain('\u0014')
  expect(parseJson(text)).toEqual(value)
})

test.each([
  '',
  '{',
  '{"a":"\u0014"',
  '{"a":"\u0014}',
  '{"a":\u0014"b"}',
  '{\u0000}',
  '"\\\u0014"',
  '{"a":"\u0014",}',
  "{'a':'\u0014'}",
  '{12345678901234567:1}',
  '{12345678901234567:"\u0014"}',
  '[012345678901234567]',
  '[0x12345678901234567]',
  '[--12345678901234567]',
  '[12345678901234567 12345678901234567]',
])('error: malformed JSON stays malformed: %j', (text) => {
  expect(() => parseJson(text)).toThrow(SyntaxError)
})

test.each<[string, string, unknown]>([
  ['16 digits', '{"id":9007199254740993}', { id: '9007199254740993' }],
  ['the answer is only a number', '4561255354251345929', '4561255354251345929'],
  ['19 digits, negative', '[-4561255354251345929]', ['-4561255354251345929']],
  ['after white space', '{"id" :\n  4561255354251345929 }', { id: '4561255354251345929' }],
  ['beside a control character', '{"a":"\u0014","id":4561255354251345929}', { a: '\u0014', id: '4561255354251345929' }],
  ['the largest that a number holds', '{"id":9007199254740991}', { id: Number.MAX_SAFE_INTEGER }],
  ['a microsecond timestamp', '[1700000000000000]', [1_700_000_000_000_000]],
  [
    'in a string',
    '{"a":"x, 4561255354251345929, \\" :4561255354251345929"}',
    { a: 'x, 4561255354251345929, " :4561255354251345929' },
  ],
  [
    'a fraction',
    '[0.5000000000000000, 40000000000000000.0, 50000000000000000e-3]',
    [0.5, 40_000_000_000_000_000, 50_000_000_000_000],
  ],
])('behavior: an integer keeps its digits: %s', (_what, text, value) => {
  expect(parseJson(text)).toEqual(value)
})
