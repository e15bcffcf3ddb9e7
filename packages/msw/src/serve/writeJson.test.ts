import { expect, test } from 'vitest'
import { readText } from '../fixtures/rawCaller.ts'
import { writeJson } from './writeJson.ts'
import { WrittenItems } from './WrittenItems.ts'

const row = { id: 1 }
const beside = {}
const make = (): object => ({})

test.each([
  ['no list', { errcode: 0, errmsg: 'ok' }],
  ['lists of other things', { a: [], b: [1, null], c: [{ d: '字' }], e: undefined }],
])('default: %s is one text', (_what, value) => {
  expect(writeJson(value)).toEqual([JSON.stringify(value)])
})

test('behavior: lists of kept items are the bytes of the same JSON', () => {
  const written = new WrittenItems()
  const items = ['李四', '"', '😀'].map((name) => written.of({}, beside, () => ({ name, left_out: undefined })))
  const value = { errcode: 0, list: items, other: [1], next: undefined, last: '末' }
  expect(readText(writeJson(value))).toBe(JSON.stringify(value))
})

test('behavior: other fields may come before and behind such lists, or none', () => {
  const written = new WrittenItems()
  const [one, other] = [
    [written.of({}, beside, () => ({ id: 1 }))],
    [written.of({}, beside, () => ({ id: 2 })), { id: 3 }],
  ]
  for (const value of [{ one }, { one, other }, { a: 1, one, b: undefined, c: 2, other }]) {
    expect(readText(writeJson(value))).toBe(JSON.stringify(value))
  }
})

test('behavior: the same list is written once, another one with the same start again', () => {
  const written = new WrittenItems()
  const [first, second, third] = ['一', '二', '三'].map((name) => written.of({}, beside, () => ({ name })))
  const [, text] = writeJson({ list: [first, second] })

  expect(writeJson({ list: [first, second] })[1]).toBe(text)
  expect(readText(writeJson({ list: [first, third] }))).toBe('{"list":[{"name":"一"},{"name":"三"}]}')
  expect(readText(writeJson({ list: [first] }))).toBe('{"list":[{"name":"一"}]}')
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
