import { expect, test } from 'vitest'
import { parseFields } from './parseFields.ts'

test.each([
  ['XML', ' \n<xml><A>1</A></xml>'],
  ['XML behind a byte-order mark', '\u{feff}<xml><A>1</A></xml>'],
  ['JSON', ' \n{"A":"1"}'],
  ['JSON behind a byte-order mark', '\u{feff}{"A":"1"}'],
])('reads %s', (_what, text) => {
  expect(parseFields(text)).toEqual({ A: '1' })
})

test.each([
  ['XML', '<xml><A></A><B/><C><![CDATA[]]></C><D> </D><E><F/></E><G>1</G><H>1</H><H/><H>2</H></xml>'],
  ['JSON', '{"A":"","B":null,"C":{},"D":[],"E":{"F":""},"G":"1","H":["1","","2"]}'],
])('%s: what is empty is left out', (_what, text) => {
  expect(parseFields(text)).toEqual({ G: '1', H: ['1', '2'] })
})

test.each(['<xml></xml>', '<xml><A/></xml>', '{}', '{"A":""}'])('nothing at all: %s', (text) => {
  expect(parseFields(text)).toEqual({})
})

test('JSON: false and zero are not empty', () => {
  expect(parseFields('{"A":false,"B":0}')).toEqual({ A: false, B: 0 })
})

test('JSON: a field `__proto__`', () => {
  const fields = parseFields('{"__proto__":{"A":"1"},"B":{"__proto__":{"C":"2"},"D":"3"}}')
  expect(fields).toEqual({ B: { D: '3' } })
  expect('A' in fields).toBe(false)
})
