import { expect, test } from 'vitest'
import { workspaceTree } from './fixtures/workspaceTree.ts'
import { packageGenerator } from './packageGenerator.ts'

const intercept = {
  name: 'intercept',
  description: 'Sensitive words',
  checkWith: ['createInterceptRule:listInterceptRules'],
}

test('a package with all its calls', async () => {
  const tree = workspaceTree()
  const before = new Set(tree.listChanges().map(({ path }) => path))
  await packageGenerator(tree, intercept)

  const added = tree.listChanges().flatMap(({ path }) => (before.has(path) ? [] : [path]))
  expect(added.toSorted()).toMatchInlineSnapshot(`
    [
      "packages/intercept/LICENSE",
      "packages/intercept/README.md",
      "packages/intercept/README.zh-CN.md",
      "packages/intercept/package.json",
      "packages/intercept/src/conformance.test.ts",
      "packages/intercept/src/createInterceptRule.test.ts",
      "packages/intercept/src/createInterceptRule.ts",
      "packages/intercept/src/deleteInterceptRule.test.ts",
      "packages/intercept/src/deleteInterceptRule.ts",
      "packages/intercept/src/getInterceptRule.test.ts",
      "packages/intercept/src/getInterceptRule.ts",
      "packages/intercept/src/index.ts",
      "packages/intercept/src/listInterceptRules.test.ts",
      "packages/intercept/src/listInterceptRules.ts",
      "packages/intercept/src/updateInterceptRule.test.ts",
      "packages/intercept/src/updateInterceptRule.ts",
      "packages/intercept/tsconfig.build.json",
      "packages/intercept/tsconfig.json",
      "packages/mock/src/answers/intercept.ts",
    ]
  `)
  expect(JSON.parse(tree.read('packages/intercept/package.json', 'utf8') ?? '')).toMatchObject({
    name: '@wecom/intercept',
    description: 'Sensitive words',
    peerDependencies: { '@wecom/core': expect.any(String) },
  })
  for (const page of ['README.md', 'README.zh-CN.md']) {
    const text = tree.read(`packages/intercept/${page}`, 'utf8')
    expect(text).toContain('<!-- functions -->\n<!-- /functions -->\n')
    expect(text).toContain('<!-- errcodes -->\n<!-- /errcodes -->\n')
  }
  expect(tree.read('packages/intercept/src/createInterceptRule.ts', 'utf8')).toContain(
    "checkWith: 'listInterceptRules'",
  )
})

test('the playground shows the package', async () => {
  const tree = workspaceTree()
  await packageGenerator(tree, intercept)

  expect(tree.read('tools/playground/src/endpoints/endpoints.ts', 'utf8')).toMatchInlineSnapshot(`
    "import * as contacts from '@wecom/contacts'
    import { listCallbackIpsEndpoint } from '@wecom/core'
    import * as intercept from '@wecom/intercept'

    export const endpointPackages: readonly EndpointPackage[] = [
      { name: '@wecom/contacts', endpoints: endpointsOf(contacts) },
      { name: '@wecom/intercept', endpoints: endpointsOf(intercept) },
      { name: '@wecom/core', endpoints: [listCallbackIpsEndpoint] },
    ]
    "
  `)
  expect(JSON.parse(tree.read('tools/playground/package.json', 'utf8') ?? '')).toEqual({
    dependencies: { '@wecom/contacts': '*', '@wecom/intercept': '*', valibot: '1' },
  })
})

test('the fake corp knows the package', async () => {
  const tree = workspaceTree()
  await packageGenerator(tree, intercept)

  expect(tree.read('packages/mock/src/answers/all.ts', 'utf8')).toMatchInlineSnapshot(`
    "import { contactsServed } from './contacts.ts'
    import { interceptServed } from './intercept.ts'
    import type { Served } from './serve.ts'

    export const allServed: readonly Served[] = [...contactsServed, ...interceptServed]
    "
  `)
  expect(tree.read('packages/mock/src/answers/intercept.ts', 'utf8')).toMatchInlineSnapshot(`
    "import {
      createInterceptRuleEndpoint,
      deleteInterceptRuleEndpoint,
      getInterceptRuleEndpoint,
      listInterceptRulesEndpoint,
      updateInterceptRuleEndpoint,
    } from '@wecom/intercept'
    import { notServed, type Served } from './serve.ts'

    const createInterceptRuleServed: Served = notServed(createInterceptRuleEndpoint, 'its answer has yet to be written')

    const listInterceptRulesServed: Served = notServed(listInterceptRulesEndpoint, 'its answer has yet to be written')

    const getInterceptRuleServed: Served = notServed(getInterceptRuleEndpoint, 'its answer has yet to be written')

    const updateInterceptRuleServed: Served = notServed(updateInterceptRuleEndpoint, 'its answer has yet to be written')

    const deleteInterceptRuleServed: Served = notServed(deleteInterceptRuleEndpoint, 'its answer has yet to be written')

    export const interceptServed: readonly Served[] = [
      createInterceptRuleServed,
      deleteInterceptRuleServed,
      getInterceptRuleServed,
      listInterceptRulesServed,
      updateInterceptRuleServed,
    ]
    "
  `)
  expect(tree.read('packages/mock/package.json', 'utf8')).toContain('"@wecom/intercept"')
})

test('a name of several words', async () => {
  const tree = workspaceTree()
  const checkWith = ['createContactWay:listContactWays']
  await packageGenerator(tree, { name: 'contact-way', description: 'Ways to be added', checkWith })

  expect(tree.read('packages/contact-way/src/conformance.test.ts', 'utf8')).toContain('import * as contactWay from')
  expect(tree.read('packages/mock/src/answers/all.ts', 'utf8')).toContain(
    "import { contactWayServed } from './contactWay.ts'",
  )
  expect(tree.read('packages/mock/src/answers/contactWay.ts', 'utf8')).toContain("from '@wecom/contact-way'")
})

test.each([
  ['a package that the catalogue lacks', { name: 'shop' }, 'There is no tools/catalogue/shop.yaml'],
  ['core', { name: 'core' }, 'The calls of core are written by hand'],
  ['a package that is there', { name: 'contacts' }, 'packages/contacts/package.json already exists. Nothing'],
  ['a create without checkWith', { checkWith: [] }, 'createInterceptRule has the effect create'],
  ['a checkWith of no call', { checkWith: ['createInterceptRule:listRules'] }, 'intercept.yaml has no listRules'],
  ['half a pair', { checkWith: ['createInterceptRule'] }, '--checkWith=createInterceptRule does not have the form'],
  ['files', { name: 'media', checkWith: [] }, 'uploadMedia uploads or downloads a file'],
])('refuses %s', async (_, options, message) => {
  const tree = workspaceTree()
  const before = tree.listChanges().length

  await expect(packageGenerator(tree, { ...intercept, ...options })).rejects.toThrow(message)
  expect(tree.listChanges()).toHaveLength(before)
})

test('refuses a second run', async () => {
  const tree = workspaceTree()
  await packageGenerator(tree, intercept)

  await expect(packageGenerator(tree, intercept)).rejects.toThrow(
    'packages/intercept/package.json already exists. Nothing was written',
  )
})
