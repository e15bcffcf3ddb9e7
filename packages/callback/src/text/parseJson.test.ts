import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { refusalOf } from '../fixtures/refusal.ts'
import { parseJson } from './parseFields.ts'

test.each<[string, string, object]>([
  ['an object', ' {"a": "b", "c": [1, null, {"d": true}]} ', { a: 'b', c: [1, null, { d: true }] }],
  [
    'a long integer',
    '{"MsgId": 4561255354251345929, "n": [-4561255354251345929]}',
    {
      MsgId: '4561255354251345929',
      n: ['-4561255354251345929'],
    },
  ],
  [
    'a long integer inside a text',
    '{"a": "4561255354251345929 \\" 4561255354251345929"}',
    {
      a: '4561255354251345929 " 4561255354251345929',
    },
  ],
  ['other long numbers', '{"a": 0.5000000000000000, "b": 50000000000000000e-3}', { a: 0.5, b: 50_000_000_000_000 }],
  ['15 digits', '{"a": 123456789012345}', { a: 123_456_789_012_345 }],
  [
    'control characters inside texts',
    '{"a": "李\u0014\n四", "b": 4561255354251345929}',
    { a: '李\u0014\n四', b: '4561255354251345929' },
  ],
])('reads %s', (_what, text, value) => {
  expect(parseJson(text)).toEqual(value)
})

test.each(['', '{', '{"a": }', '{"a": 1}}', '[]', 'null', '1', '"text"', '{a: 1}', '{"a": 0x4561255354251345929}'])(
  'refuses %s',
  async (text) => {
    expect(await refusalOf(() => parseJson(text))).toBe('json')
  },
)

// For a text of this length, a search in quadratic time would exceed the time limit of the test.
const megabyte = 1024 * 1024

test.each([
  ['nesting', '{"a":'.repeat(50_000)],
  ['quotes', '"'.repeat(128 * 1024)],
  ['a text without end', `{"${'\\'.repeat(128 * 1024)}`],
  ['quotes that are escaped, in a text without end', `{"${'\\"'.repeat(megabyte / 2)}`],
  ['digits', '1'.repeat(128 * 1024)],
])('refuses %s of the largest size', async (_what, text) => {
  expect(await refusalOf(() => parseJson(text))).toBe('json')
})

test('agrees with JSON.parse, up to 15 digits', () => {
  const value = fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.boolean(), fc.constant(null))
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.oneof(value, fc.array(value)), { noNullPrototype: true }), (fields) => {
      expect(parseJson(JSON.stringify(fields))).toEqual(JSON.parse(JSON.stringify(fields)))
    }),
  )
})

test.each<[string, string, object]>([
  ['a line feed', '{"Remark": "a\nb"}', { Remark: 'a\nb' }],
  [
    'what a nickname can hold',
    '{"Name": "a\u0014\u0000b", "Id": 4561255354251345929}',
    { Name: 'a\u0014\0b', Id: '4561255354251345929' },
  ],
  ['one in a name', '{"a\tb": ["\u001f"]}', { 'a\tb': ['\u001f'] }],
  ['one behind escapes', String.raw`{"a": "\\\"` + '\n"}', { a: '\\"\n' }],
  ['line feeds around texts, too', '{\n"a":\n"\n"\n}', { a: '\n' }],
])('reads control characters inside texts: %s', (_what, text, value) => {
  expect(parseJson(text)).toEqual(value)
})

test.each([
  ['outside of texts', '{"a": \u0000 "b"}'],
  ['behind a backslash', '{"a": "\\\n"}'],
  ['in a text without end', '{"a": "\n'],
  ['beside another fault', '{"a": "\n",}'],
])('refuses control characters %s', async (_what, text) => {
  expect(await refusalOf(() => parseJson(text))).toBe('json')
})
