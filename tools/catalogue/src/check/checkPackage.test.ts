import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkPackage as checkPackageAsSeen } from '@wecom-tools/catalogue/check'
import { afterEach, beforeEach, expect, expectTypeOf, test } from 'vitest'
import { checkPackage, comparePackage } from './checkPackage.ts'
import { sampleEndpoint, sampleEntry, sampleSource, sourceOf } from './fixtures/sample.ts'

const catalogue = { package: 'shop', endpoints: [sampleEntry, { ...sampleEntry, fn: 'getItem' }] }
const listItems = (): void => {}
const getItem = (): void => {}
const getItemEndpoint = { ...sampleEndpoint, name: 'getItem' }
const complete = { listItems, listItemsEndpoint: sampleEndpoint, getItem, getItemEndpoint }
const partial = { listItems, listItemsEndpoint: sampleEndpoint }

let folder: string
let sourceDir: URL

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'catalogue-'))
  sourceDir = pathToFileURL(`${folder}/`)
  writeFileSync(join(folder, 'listItems.ts'), sampleSource)
  writeFileSync(join(folder, 'listItems.test.ts'), '')
  writeFileSync(join(folder, 'getItem.ts'), sourceOf('getItem', 'GetItem'))
  writeFileSync(join(folder, 'getItem.test.ts'), '')
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

test('complete: right', () => {
  expect(comparePackage({ name: 'shop', exports: complete, sourceDir, complete: true }, catalogue)).toEqual([])
})

test('complete: an endpoint is missing', () => {
  expect(comparePackage({ name: 'shop', exports: partial, sourceDir, complete: true }, catalogue)).toEqual([
    'shop/getItem: missing in the package',
  ])
})

test('partial: right', () => {
  expect(comparePackage({ name: 'shop', exports: partial, sourceDir, partial: ['listItems'] }, catalogue)).toEqual([])
})

test('partial: an endpoint is missing', () => {
  expect(
    comparePackage({ name: 'shop', exports: partial, sourceDir, partial: ['listItems', 'getItem'] }, catalogue),
  ).toEqual(['shop/getItem: missing in the package'])
})

test('partial: an endpoint that is not listed', () => {
  expect(comparePackage({ name: 'shop', exports: complete, sourceDir, partial: ['listItems'] }, catalogue)).toEqual([
    'shop/getItem: not in the list of `partial`',
  ])
})

test('an endpoint that the catalogue lacks', () => {
  const exports = { ...complete, sellItemEndpoint: { ...sampleEndpoint, name: 'sellItem' } }

  expect(comparePackage({ name: 'shop', exports, sourceDir, complete: true }, catalogue)).toEqual([
    'shop/sellItem: not in the catalogue',
  ])
})

test('an endpoint under another name', () => {
  const exports = { ...partial, getItem, itemEndpoint: getItemEndpoint }

  expect(comparePackage({ name: 'shop', exports, sourceDir, complete: true }, catalogue)).toEqual([
    'shop/getItem: exported as itemEndpoint, not as getItemEndpoint',
  ])
})

test('problems of endpoint, exports, source and files name the call', () => {
  writeFileSync(join(folder, 'listItems.ts'), sampleSource.replace('@example', ''))
  rmSync(join(folder, 'getItem.ts'))
  rmSync(join(folder, 'getItem.test.ts'))
  const exports = { ...complete, listItemsEndpoint: { ...sampleEndpoint, effect: 'send' }, getItem: undefined }

  expect(comparePackage({ name: 'shop', exports, sourceDir, complete: true }, catalogue)).toEqual([
    'shop/listItems: effect is send here, read in the catalogue',
    'shop/listItems: the doc comment lacks @example',
    'shop/getItem: no function getItem is exported',
    'shop/getItem: file getItem.ts is missing',
    'shop/getItem: file getItem.test.ts is missing',
  ])
})

test('exports that are no endpoints do not matter', () => {
  const exports = { ...partial, version: '1', defineEndpoint: () => {}, limits: null }

  expect(comparePackage({ name: 'shop', exports, sourceDir, partial: ['listItems'] }, catalogue)).toEqual([])
})

test('checkPackage reads the catalogue of the package', () => {
  expect(checkPackage({ name: 'core', exports: {}, sourceDir, partial: ['listCallbackIps'] })).toEqual([
    'core/listCallbackIps: missing in the package',
  ])
})

test('packages see what there is', () => {
  expect(checkPackageAsSeen).toBe(checkPackage)
  expectTypeOf<typeof checkPackageAsSeen>().toEqualTypeOf<typeof checkPackage>()
})
