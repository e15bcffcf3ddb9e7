import { expect, test } from 'vitest'
import { writeJson } from './writeJson.ts'
import { WrittenItems } from './WrittenItems.ts'

const row = { id: 1 }
const beside = {}
const make = (): object => ({})

test.each([
  ['no list', { errcode: 0, errmsg: 'ok' }],
  ['lists of other things', { a: [], b: [1, null], c: [{ d: '字' }], e: undefined }],
])('default: %s is text', (_what, value) => {
  expect(writeJson(value)).toBe(JSON.stringify(value))
})

test('behavior: lists of kept items are the bytes of the same JSON', () => {
  const written = new WrittenItems()
  const items = ['李四', '"', '😀'].map((name) => written.of({}, beside, () => ({ name, left_out: undefined })))
  const value = { errcode: 0, list: items, other: [1], next: undefined, last: '末' }
  expect(new TextDecoder().decode(writeJson(value) as Uint8Array)).toBe(JSON.stringify(value))
})

test('behavior: an item is made once, and again after its row or the one beside it changed', () => {
  const written = new WrittenItems()
  const first = written.of(row, beside, make)
  expect(written.of(row, beside, make)).toBe(first)
  expect(written.of(row, {}, make)).not.toBe(first)

  const second = written.of(row, beside, make)
  written.drop(row)
  expect(written.of(row, beside, make)).not.toBe(second)
})
