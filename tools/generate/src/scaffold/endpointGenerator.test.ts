import type { Tree } from '@nx/devkit'
import { expect, test } from 'vitest'
import { endpointGenerator } from './endpointGenerator.ts'
import { workspaceTree } from './fixtures/workspaceTree.ts'

/** A workspace with a package that has no call yet. */
function treeWithIntercept(): Tree {
  const tree = workspaceTree()
  tree.write('packages/intercept/package.json', '{ "version": "1.0.0" }')
  tree.write('packages/intercept/src/index.ts', '')
  return tree
}

const listRules = { package: 'intercept', fn: 'listInterceptRules' }

test('a call: function, test, exports, and a place for the answer of the fake corp', async () => {
  const tree = treeWithIntercept()
  await endpointGenerator(tree, listRules)

  expect(tree.children('packages/intercept/src')).toEqual([
    'index.ts',
    'listInterceptRules.ts',
    'listInterceptRules.test.ts',
  ])
  expect(tree.read('packages/intercept/src/index.ts', 'utf8')).toContain("} from './listInterceptRules.ts'")
  expect(tree.read('packages/mock/src/answers/intercept.ts', 'utf8')).toMatchInlineSnapshot(`
    "import { listInterceptRulesEndpoint } from '@wecom/intercept'
    import { notServed, type Served } from './serve.ts'

    const listInterceptRulesServed: Served = notServed(listInterceptRulesEndpoint, 'its answer has yet to be written')

    export const interceptServed: readonly Served[] = [listInterceptRulesServed]
    "
  `)
})

test('a second call stands beside the first', async () => {
  const tree = treeWithIntercept()
  await endpointGenerator(tree, listRules)
  await endpointGenerator(tree, { package: 'intercept', fn: 'createInterceptRule', checkWith: 'listInterceptRules' })

  expect(tree.read('packages/mock/src/answers/intercept.ts', 'utf8')).toContain(
    '= [createInterceptRuleServed, listInterceptRulesServed]',
  )
  const index = tree.read('packages/intercept/src/index.ts', 'utf8') ?? ''
  expect(index.match(/(?<=from ').*(?=')/g)).toEqual(['./createInterceptRule.ts', './listInterceptRules.ts'])
})

test.each([
  ['an unknown package', { package: 'shop' }, 'There is no tools/catalogue/shop.yaml'],
  [
    'an unknown call',
    { fn: 'listRules' },
    'tools/catalogue/intercept.yaml has no listRules: write it first. It has crea',
  ],
  ['a package that is not there', { package: 'tags', fn: 'listCorpTags' }, 'packages/tags/src/index.ts does not exist'],
  ['a create without checkWith', { fn: 'createInterceptRule' }, 'createInterceptRule has the effect create'],
  ['a checkWith of no call', { fn: 'createInterceptRule', checkWith: 'listRules' }, 'intercept.yaml has no listRules'],
])('refuses %s', async (_, options, message) => {
  await expect(endpointGenerator(treeWithIntercept(), { ...listRules, ...options })).rejects.toThrow(message)
})

test.each(['packages/intercept/src/listInterceptRules.ts', 'packages/intercept/src/listInterceptRules.test.ts'])(
  'refuses to write over %s',
  async (path) => {
    const tree = treeWithIntercept()
    tree.write(path, '')

    await expect(endpointGenerator(tree, listRules)).rejects.toThrow(`${path} already exists. Nothing was written`)
  },
)

test('refuses a call that the fake corp answers already', async () => {
  const tree = treeWithIntercept()
  const path = 'packages/mock/src/answers/intercept.ts'
  tree.write(path, 'const listInterceptRulesServed: Served = serve()')

  await expect(endpointGenerator(tree, listRules)).rejects.toThrow('already has an answer to listInterceptRules')
})
