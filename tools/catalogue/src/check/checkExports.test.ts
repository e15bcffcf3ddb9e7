import { expect, test } from 'vitest'
import { checkExports } from './checkExports.ts'
import { sampleEndpoint, sampleEntry } from './fixtures/sample.ts'

const exports = { listItems: () => {}, listItemsEndpoint: sampleEndpoint, createItem: () => {} }
const createEntry = { ...sampleEntry, fn: 'createItem', effect: 'create' } as const
const createEndpoint = { ...sampleEndpoint, name: 'createItem', effect: 'create', checkWith: 'listItems' }
const nothingTells = { ...createEntry, check_with: { none: 'items are not listed' } }

test('right', () => {
  expect(checkExports(exports, sampleEndpoint, sampleEntry)).toEqual([])
  expect(checkExports(exports, createEndpoint, createEntry)).toEqual([])
})

test('no function', () => {
  expect(checkExports({ listItemsEndpoint: sampleEndpoint }, sampleEndpoint, sampleEntry)).toEqual([
    'no function listItems is exported',
  ])
})

test('checkWith is missing', () => {
  expect(checkExports(exports, { ...createEndpoint, checkWith: undefined }, createEntry)).toEqual([
    'checkWith is missing here: which function tells whether a create took effect?',
  ])
})

test('checkWith is missing for a send', () => {
  const sendEntry = { ...createEntry, effect: 'send' } as const

  expect(checkExports(exports, { ...createEndpoint, checkWith: undefined }, sendEntry)).toEqual([
    'checkWith is missing here: which function tells whether a send took effect?',
  ])
})

test('checkWith names no function', () => {
  expect(checkExports(exports, { ...createEndpoint, checkWith: 'listItemsEndpoint' }, createEntry)).toEqual([
    'checkWith is listItemsEndpoint, but no such function is exported',
  ])
})

test('no call tells: checkWith may be missing', () => {
  expect(checkExports(exports, { ...createEndpoint, checkWith: undefined }, nothingTells)).toEqual([])
})

test('no call tells: checkWith must be missing', () => {
  expect(checkExports(exports, createEndpoint, nothingTells)).toEqual([
    'checkWith is listItems here, none in the catalogue: items are not listed',
  ])
})
