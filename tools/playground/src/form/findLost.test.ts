import { expect, test } from 'vitest'
import { findLost } from './findLost.ts'

test.each<[string, unknown, unknown, string | undefined]>([
  ['the same', { a: [{ b: 1 }] }, { a: [{ b: 1 }] }, undefined],
  ['nothing', undefined, {}, undefined],
  ['more than there was', { a: 1 }, { a: 1, b: {} }, undefined],
  ['a field that is gone', { a: { later: 1 } }, { a: {} }, 'a.later'],
  ['an empty text that is gone', { a: '' }, {}, 'a'],
  ['an object that is gone', { a: {} }, {}, 'a'],
  ['another value in a list', { a: [{ b: 1 }, { b: 2 }] }, { a: [{ b: 1 }, { b: 3 }] }, 'a[1].b'],
  ['a list in place of an object', [], {}, ''],
  ['null', { a: null }, { a: {} }, 'a'],
])('%s', (_, wanted, kept, lost) => {
  expect(findLost(wanted, kept)).toBe(lost)
})
