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
  expect(tree.children('packages/msw/src/intercept')).toEqual(['listInterceptRules.ts', 'interceptServed.ts'])
})

test('a second call stands beside the first', async () => {
  const tree = treeWithIntercept()
  await endpointGenerator(tree, listRules)
  await endpointGenerator(tree, { package: 'intercept', fn: 'createInterceptRule', checkWith: 'listInterceptRules' })

  expect(tree.read('packages/msw/src/intercept/interceptServed.ts', 'utf8')).toContain(
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
  ['a create without checkWith', { fn: 'createInterceptRule' }, 'createInterceptRule is a create'],
  ['a checkWith of no call', { fn: 'createInterceptRule', checkWith: 'listRules' }, 'intercept.yaml has no listRules'],
])('refuses %s', async (_, options, message) => {
  await expect(endpointGenerator(treeWithIntercept(), { ...listRules, ...options })).rejects.toThrow(message)
})

test.each([
  'packages/intercept/src/listInterceptRules.ts',
  'packages/intercept/src/listInterceptRules.test.ts',
  'packages/msw/src/intercept/listInterceptRules.ts',
])('refuses to write over %s', async (path) => {
  const tree = treeWithIntercept()
  tree.write(path, '')

  await expect(endpointGenerator(tree, listRules)).rejects.toThrow(`${path} exists already. Nothing was written`)
})
