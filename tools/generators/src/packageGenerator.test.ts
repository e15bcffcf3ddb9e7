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
      "packages/msw/src/intercept.ts",
      "packages/msw/src/intercept/createInterceptRule.ts",
      "packages/msw/src/intercept/deleteInterceptRule.ts",
      "packages/msw/src/intercept/getInterceptRule.ts",
      "packages/msw/src/intercept/interceptServed.ts",
      "packages/msw/src/intercept/listInterceptRules.ts",
      "packages/msw/src/intercept/updateInterceptRule.ts",
    ]
  `)
  expect(JSON.parse(tree.read('packages/intercept/package.json', 'utf8') ?? '')).toMatchObject({
    name: '@wecom/intercept',
    description: 'Sensitive words',
    peerDependencies: { '@wecom/core': expect.any(String) },
  })
  expect(tree.read('packages/intercept/README.md', 'utf8')).toContain('<!-- functions -->\n<!-- /functions -->\n')
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

  expect(tree.read('packages/msw/src/allServed.ts', 'utf8')).toMatchInlineSnapshot(`
    "import { contactsServed } from './contacts/contactsServed.ts'
    import { interceptServed } from './intercept/interceptServed.ts'
    import type { Served } from './serve/serve.ts'

    export const allServed: readonly Served[] = [...contactsServed, ...interceptServed]
    "
  `)
  expect(tree.read('packages/msw/src/intercept.ts', 'utf8')).toMatchInlineSnapshot(`
    "import type { HttpHandler } from 'msw/http'
    import { interceptServed } from './intercept/interceptServed.ts'
    import { coreServed } from './core/coreServed.ts'
    import { wecomHandler } from './handlers/wecomHandler.ts'
    import { createRoutes } from './serve/routes.ts'
    import type { Tenant } from './tenant/Tenant.ts'

    export { interceptServed }

    /**
     * MSW handlers for tokens and the calls of \`@wecom/intercept\` only. Other paths are left to the handlers behind them.
     *
     * @param tenant - made by \`createTenant\`.
     *
     * @example
     * const server = setupServer(...interceptHandlers(tenant), ...handlersOfYourOwn)
     */
    export function interceptHandlers(tenant: Tenant): HttpHandler[] {
      return [wecomHandler(tenant, createRoutes([...coreServed, ...interceptServed]), { unknownPaths: 'pass' })]
    }
    "
  `)
  expect(tree.read('packages/msw/src/intercept/interceptServed.ts', 'utf8')).toMatchInlineSnapshot(`
    "import type { Served } from '../serve/serve.ts'
    import { createInterceptRuleServed } from './createInterceptRule.ts'
    import { deleteInterceptRuleServed } from './deleteInterceptRule.ts'
    import { getInterceptRuleServed } from './getInterceptRule.ts'
    import { listInterceptRulesServed } from './listInterceptRules.ts'
    import { updateInterceptRuleServed } from './updateInterceptRule.ts'

    /** The endpoints of \`@wecom/intercept\`, all of them. */
    export const interceptServed: readonly Served[] = [
      createInterceptRuleServed,
      deleteInterceptRuleServed,
      getInterceptRuleServed,
      listInterceptRulesServed,
      updateInterceptRuleServed,
    ]
    "
  `)
  expect(tree.read('packages/msw/package.json', 'utf8')).toContain('"@wecom/intercept"')
})

test('a name of several words', async () => {
  const tree = workspaceTree()
  const checkWith = ['createContactWay:listContactWays']
  await packageGenerator(tree, { name: 'contact-way', description: 'Ways to be added', checkWith })

  expect(tree.read('packages/contact-way/src/conformance.test.ts', 'utf8')).toContain('import * as contactWay from')
  expect(tree.read('packages/msw/src/contact-way.ts', 'utf8')).toContain(
    "import { contactWayServed } from './contact-way/contactWayServed.ts'",
  )
  expect(tree.read('packages/msw/src/contact-way.ts', 'utf8')).toContain('export function contactWayHandlers(')
})

test.each([
  ['a package that the catalogue lacks', { name: 'shop' }, 'There is no tools/catalogue/shop.yaml'],
  ['core', { name: 'core' }, 'The calls of core are written by hand'],
  ['a package that is there', { name: 'contacts' }, 'packages/contacts/package.json exists already. Nothing'],
  ['a create without checkWith', { checkWith: [] }, 'createInterceptRule is a create'],
  ['a checkWith of no call', { checkWith: ['createInterceptRule:listRules'] }, 'intercept.yaml has no listRules'],
  ['half a pair', { checkWith: ['createInterceptRule'] }, '--checkWith=createInterceptRule is not like createItem:l'],
  ['files', { name: 'media', checkWith: [] }, 'uploadMedia sends or gives a file'],
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
    'packages/intercept/package.json exists already. Nothing was written',
  )
})
