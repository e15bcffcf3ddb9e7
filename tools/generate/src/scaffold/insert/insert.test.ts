import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { shopScaffold } from '../fixtures/shopScaffold.ts'
import { insertAnswer } from './insertAnswer.ts'
import { insertExports } from './insertExports.ts'
import { insertPackage } from './insertPackage.ts'
import { insertServed } from './insertServed.ts'
import { insertSorted } from './insertSorted.ts'

test.each([
  [[], 'b', ['b']],
  [['a', 'c'], 'b', ['a', 'b', 'c']],
  [['A', 'C'], 'b', ['A', 'b', 'C']],
  [['a'], 'b', ['a', 'b']],
  [['c', 'a'], 'b', ['b', 'c', 'a']],
])('insertSorted: %j and %s', (texts, text, sorted) => {
  expect(insertSorted(texts, text)).toEqual(sorted)
})

test('insertExports: in the place of its file, names in their order', () => {
  const index = `export {
  closeShop,
  type CloseShopParams,
} from './closeShop.ts'
export type { Item } from './schemas/item.ts'
`

  expect(insertExports(index, shopScaffold('getShopState'))).toBe(`export {
  closeShop,
  type CloseShopParams,
} from './closeShop.ts'
export { getShopState, getShopStateEndpoint, type GetShopStateParams, type GetShopStateResult, type GetShopStateResultShop } from './getShopState.ts'
export type { Item } from './schemas/item.ts'
`)
})

test('insertExports: an index that contains more than exports is left to a person', () => {
  expect(() => insertExports('// The shop.\n', shopScaffold('openShop'))).toThrow(
    'the index of shop contains more than exports',
  )
})

const list = `export const served: readonly Served[] = [aServed, cServed]
`

test('insertServed', () => {
  expect(insertServed(list, 'served', 'bServed'))
    .toBe(`export const served: readonly Served[] = [aServed, bServed, cServed]
`)
})

test('insertServed: a list of lists, on several lines', () => {
  const lines = list.replace('[aServed, cServed]', '[\n  ...aServed,\n  ...cServed,\n]')

  expect(insertServed(lines, 'served', '...bServed')).toContain('= [...aServed, ...bServed, ...cServed]\n')
})

const answers = `import { openShopEndpoint } from '@wecom/shop'
import { serve, type Served } from './serve.ts'

const openShopServed: Served = serve(openShopEndpoint, () => ({}))

export const shopServed: readonly Served[] = [openShopServed]
`

test('insertAnswer: a refusal before the list, and an entry in it', () => {
  expect(insertAnswer(answers, { packageName: 'shop', fn: 'closeShop' }))
    .toBe(`import { closeShopEndpoint, openShopEndpoint } from '@wecom/shop'
import { notServed, serve, type Served } from './serve.ts'

const openShopServed: Served = serve(openShopEndpoint, () => ({}))

const closeShopServed: Served = notServed(closeShopEndpoint, 'its answer has yet to be written')

export const shopServed: readonly Served[] = [closeShopServed, openShopServed]
`)
})

test('insertAnswer: the same call twice is refused', () => {
  expect(() => insertAnswer(answers, { packageName: 'shop', fn: 'openShop' })).toThrow(
    'already has an answer to openShop',
  )
})

const answersFolder = new URL('../../../../../packages/mock/src/answers/', import.meta.url)
const lists = readFileSync(new URL('all.ts', answersFolder), 'utf8').matchAll(/(?<=\.\.\.)\w+(?=Served)/g)

test.each([...lists].map(String))('insertAnswer: the answers of %s can take a further call', (name) => {
  const text = readFileSync(new URL(`${name}.ts`, answersFolder), 'utf8')
  const added = insertAnswer(text, { packageName: name, fn: 'newCall' })

  expect(added).toContain(
    "const newCallServed: Served = notServed(newCallEndpoint, 'its answer has yet to be written')",
  )
  expect(added).toMatch(new RegExp(`const ${name}Served: readonly Served\\[\\] = \\[[^\\]]*newCallServed`))
})

test('insertServed: error: the list is missing', () => {
  expect(() => insertServed(list, 'otherServed', 'bServed')).toThrow(
    '"export const otherServed: readonly Served[] = ["',
  )
})

test('insertPackage', () => {
  const text = JSON.stringify({
    name: '@wecom/mock',
    dependencies: { '@wecom/contacts': '^1.0.0', valibot: '^1.5.0' },
  })

  expect(JSON.parse(insertPackage(text, 'shop', '1.2.3'))).toEqual({
    name: '@wecom/mock',
    dependencies: { '@wecom/contacts': '^1.0.0', '@wecom/shop': '^1.2.3', valibot: '^1.5.0' },
  })
})
