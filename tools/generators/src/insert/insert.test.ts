import { expect, test } from 'vitest'
import { shopScaffold } from '../fixtures/shopScaffold.ts'
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

test('insertExports: an index that holds more than exports is left to a person', () => {
  expect(() => insertExports('// The shop.\n', shopScaffold('openShop'))).toThrow(
    'the index of shop holds more than exports',
  )
})

const list = `import { aServed } from './a.ts'
import { cServed } from './c.ts'

export const served: readonly Served[] = [aServed, cServed]
`

test('insertServed', () => {
  expect(insertServed(list, 'bServed', './b.ts')).toBe(`import { aServed } from './a.ts'
import { bServed } from './b.ts'
import { cServed } from './c.ts'

export const served: readonly Served[] = [aServed, bServed, cServed]
`)
})

test('insertServed: a list of lists, on several lines', () => {
  const lines = list.replace('[aServed, cServed]', '[\n  ...aServed,\n  ...cServed,\n]')

  expect(insertServed(lines, '...bServed', './b/b.ts')).toContain('= [...aServed, ...bServed, ...cServed]\n')
})

test('insertPackage', () => {
  const text = JSON.stringify({
    name: '@wecom/msw',
    exports: { '.': 'index', './contacts': 'contacts', './tags': 'tags' },
    dependencies: { '@wecom/contacts': '^1.0.0', valibot: '^1.5.0' },
  })

  expect(JSON.parse(insertPackage(text, 'shop', '1.2.3'))).toEqual({
    name: '@wecom/msw',
    exports: {
      '.': 'index',
      './contacts': 'contacts',
      './shop': {
        '@wecom/source': './src/shop.ts',
        types: './dist/shop.d.ts',
        module: './dist/shop.js',
        node: './dist/bundle/shop.js',
        default: './dist/shop.js',
      },
      './tags': 'tags',
    },
    dependencies: { '@wecom/contacts': '^1.0.0', '@wecom/shop': '^1.2.3', valibot: '^1.5.0' },
  })
})
