import { expect, test } from 'vitest'
import { getItem } from './fixtures/sample.ts'
import { toCalls } from './toCalls.ts'

const unwritten = { entry: getItem, docs: 90001, written: false, served: false }

test('a call that nobody has written', () => {
  expect(toCalls([getItem], { getItems: () => {} }, new Set(['getItems']))).toEqual([unwritten])
})

test('a call that is exported: its page is the one that the endpoint names', () => {
  expect(toCalls([getItem], { getItemEndpoint: { docs: 90002 } }, new Set())).toEqual([
    { ...unwritten, docs: 90002, written: true },
  ])
})

test('a call that the fake corp answers', () => {
  expect(toCalls([getItem], {}, new Set(['getItem']))).toEqual([{ ...unwritten, served: true }])
})
