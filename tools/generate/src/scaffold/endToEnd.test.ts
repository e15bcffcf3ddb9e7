import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createScratchWorkspace } from './fixtures/scratchWorkspace.ts'

const workspace = createScratchWorkspace()
const ok = { status: 0, output: expect.any(String) }
const packageCommand = [
  '@wecom-tools/generate:package',
  'shop',
  '--description=A shop that nobody has',
  '--checkWith=createItem:listItems',
]

afterAll(() => workspace.delete())

test('nx g package writes a package', { timeout: 60_000 }, () => {
  expect(workspace.run('.', 'nx', 'g', ...packageCommand)).toEqual(ok)
  expect(readdirSync(join(workspace.root, 'packages/shop/src'))).toHaveLength(12)
})

test('its types are right, and those of the answers', { timeout: 60_000 }, () => {
  const answers = {
    extends: './packages/mock/tsconfig.json',
    include: ['packages/mock/src/answers/shop.ts'],
  }
  writeFileSync(join(workspace.root, 'tsconfig.answers.json'), JSON.stringify(answers))

  expect(workspace.run('packages/shop', 'tsc', '-p', '.')).toEqual({ status: 0, output: '' })
  expect(workspace.run('.', 'tsc', '-p', 'tsconfig.answers.json').output).not.toContain('answers/shop')
})

test('its conformance check and its tests pass', { timeout: 60_000 }, () => {
  const { status, output } = workspace.run('packages/shop', 'vitest', 'run', '--config', '../../vitest.config.ts')

  expect(output).toContain('Tests  6 passed (6)')
  expect(status).toBe(0)
})

test('lint and format have nothing to say', { timeout: 60_000 }, () => {
  const written = [
    'packages/shop',
    'packages/mock/src/answers/shop.ts',
    'packages/mock/src/answers/all.ts',
    'packages/mock/package.json',
    'tools/playground/src/endpoints',
    'tools/playground/package.json',
  ]

  expect(workspace.run('.', 'oxfmt', '--check', ...written)).toEqual(ok)
  expect(workspace.run('.', 'oxlint', '--type-aware', '--deny-warnings', ...written)).toEqual(ok)
})

test('the tests of the playground pass, where its calls are shown', { timeout: 120_000 }, () => {
  const config = ['--config', '../../vitest.config.ts']
  const { status, output } = workspace.run('tools/playground', 'vitest', 'run', ...config, '--reporter=verbose')

  expect(output).toContain('createItem has a title in both languages')
  expect(output).not.toContain('FAIL')
  expect(status).toBe(0)
})

test('the fake corp serves its calls', { timeout: 60_000 }, () => {
  const print =
    "import { allServed } from '@wecom/mock'; console.log(allServed.map(({ endpoint }) => endpoint.name).join())"
  const { output } = workspace.run('.', 'node', '--conditions=@wecom/source', '--input-type=module', '-e', print)

  expect(output.trim().split(',')).toEqual(
    expect.arrayContaining(['listItems', 'createItem', 'announceItem', 'getShopState', 'openShop']),
  )
})

test.each([
  ['package', packageCommand, 'packages/shop/package.json already exists'],
  [
    'endpoint',
    ['@wecom-tools/generate:endpoint', 'shop', 'listItems'],
    'packages/shop/src/listItems.ts already exists',
  ],
])('nx g %s refuses to write over what is there', { timeout: 60_000 }, (_, command, message) => {
  const { status, output } = workspace.run('.', 'nx', 'g', ...command)

  expect(output).toContain(message)
  expect(status).toBe(1)
})
