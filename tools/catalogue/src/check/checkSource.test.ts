import { expect, test } from 'vitest'
import { checkSource } from './checkSource.ts'
import { sampleEndpoint, sampleEntry, sampleSource, sourceOf } from './fixtures/sample.ts'

const replacements: Record<string, { text: string; by: string; problem: string }> = {
  'no Params': {
    text: 'export interface ListItemsParams',
    by: 'interface ListItemsParams',
    problem: 'no interface ListItemsParams is exported',
  },
  'no Result': {
    text: 'export interface ListItemsResult',
    by: 'export interface ListItemsResults',
    problem: 'no interface ListItemsResult is exported',
  },
  'no doc comment': {
    text: ' */\nexport function',
    by: ' */\nconst limit = 1\nexport function',
    problem: 'the function has no doc comment',
  },
  'no function': { text: 'function listItems', by: 'function list', problem: 'the function has no doc comment' },
  'a doc comment of nothing': {
    text: 'export function listItems(',
    by: 'function listItems(',
    problem: 'the function has no doc comment',
  },
  'no title': {
    text: '获取商品列表 — lists',
    by: 'Lists',
    problem: 'the doc comment does not open with "获取商品列表 — "',
  },
  'a title without the dash': {
    text: '获取商品列表 — lists',
    by: '获取商品列表: lists',
    problem: 'the doc comment does not open with "获取商品列表 — "',
  },
  'no client': { text: '@param client', by: '@param', problem: 'the doc comment lacks @param client' },
  'a param of almost the same name': {
    text: '@param client',
    by: '@param clients',
    problem: 'the doc comment lacks @param client',
  },
  'no params': { text: '@param params', by: '@param parameters', problem: 'the doc comment lacks @param params' },
  'no options': { text: '@param options', by: '@param', problem: 'the doc comment lacks @param options' },
  'no list': { text: ': Paged<', by: ': Promise<', problem: 'the function does not return Paged<ListItemsResult, …>' },
  'no returns': { text: '@returns', by: '@return', problem: 'the doc comment lacks @returns' },
  'another page': {
    text: 'path/90001',
    by: 'path/90002',
    problem: 'the doc comment lacks @see https://developer.work.weixin.qq.com/document/path/90001',
  },
  'no example': { text: '@example', by: '', problem: 'the doc comment lacks @example' },
  'deprecated too much': {
    text: '@example',
    by: '@deprecated\n * @example',
    problem: '@deprecated is not in the catalogue',
  },
}

test('right', () => {
  expect(checkSource(sampleSource, sampleEndpoint, sampleEntry)).toEqual([])
})

test.each(Object.entries(replacements))('%s', (_, { text, by, problem }) => {
  const source = sampleSource.replace(text, by)

  expect(source).not.toBe(sampleSource)
  expect(checkSource(source, sampleEndpoint, sampleEntry)).toEqual([problem])
})

test('a type will do for an interface', () => {
  const source = sampleSource.replace('interface ListItemsParams', 'type ListItemsParams =')

  expect(checkSource(source, sampleEndpoint, sampleEntry)).toEqual([])
})

test('a function of one page, and one of another name, return any promise', () => {
  const onePage = sampleSource.replace(': Paged<', ': Promise<')
  const getItems = sourceOf('getItems', 'GetItems').replace(': Paged<', ': Promise<')

  expect(checkSource(onePage, sampleEndpoint, { ...sampleEntry, pagination: null })).toEqual([])
  expect(checkSource(getItems, sampleEndpoint, { ...sampleEntry, fn: 'getItems' })).toEqual([])
})

test('an empty result needs no @returns', () => {
  const source = sampleSource.replace('@returns', '@return')

  expect(checkSource(source, sampleEndpoint, { ...sampleEntry, response: [] })).toEqual([])
})

test('a deprecated call says so', () => {
  const deprecated = { since: null, replaced_by: 'searchItems', why: 'slow' }

  expect(checkSource(sampleSource, sampleEndpoint, { ...sampleEntry, deprecated })).toEqual([
    'the doc comment lacks @deprecated',
  ])
})

test('a call without parameters refuses options in their place', () => {
  const entry = { ...sampleEntry, query: [], body: [] }
  const source = sampleSource.replace('ListItemsParams {}', 'ListItemsParams extends NoParams {}')

  expect(checkSource(source, sampleEndpoint, entry)).toEqual([])
  expect(checkSource(sampleSource, sampleEndpoint, entry)).toEqual(['ListItemsParams does not extend NoParams'])
})
