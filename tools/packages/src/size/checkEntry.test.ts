import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { withTemporaryFolder } from '../withTemporaryFolder.ts'
import { expect, test } from 'vitest'
import { esbuildBundler } from './bundlers/esbuild.ts'
import { rolldownBundler } from './bundlers/rolldown.ts'
import { rollupBundler } from './bundlers/rollup.ts'
import { webpackBundler } from './bundlers/webpack.ts'
import { checkEntry, type EntryReport } from './checkEntry.ts'
import type { Entry } from './Entry.ts'

const bundlers = { esbuildBundler, rolldownBundler, rollupBundler, webpackBundler }
const names = Object.keys(bundlers) as (keyof typeof bundlers)[]

/**
 * The files of two packages, each with the functions `get` and `list`. In `clean`, each function has its own module, so
 * bundlers can remove an unused function. The module of `list` calls `console.log`. Bundlers can remove this module
 * nevertheless, because package.json declares that the modules have no side effects. In `leaky`, one object contains
 * both functions, so a program that uses the whole object gets both.
 */
const files = {
  'clean/package.json': '{ "name": "clean", "type": "module", "exports": "./index.js", "sideEffects": false }',
  'clean/index.js': "export { get } from './get.js'\nexport { list } from './list.js'",
  'clean/get.js': "export const get = () => '/cgi-bin/get'",
  'clean/list.js': "console.log('loaded')\nexport const list = () => '/cgi-bin/list'",
  'leaky/package.json': '{ "name": "leaky", "type": "module", "exports": "./index.js", "sideEffects": false }',
  'leaky/index.js': "export const calls = { get: () => '/cgi-bin/get', list: () => '/cgi-bin/list' }",
}
const clean: Entry = {
  name: 'clean',
  source: "import { get } from 'clean'\nconsole.log(get())",
  limit: { gzip: 1000 },
  paths: ['/cgi-bin/get'],
}

function check(entry: Entry, name: keyof typeof bundlers): Promise<EntryReport> {
  return withTemporaryFolder(async (folder) => {
    for (const [path, text] of Object.entries(files)) {
      const file = join(folder, 'node_modules', path)
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, text)
    }
    return checkEntry(entry, { bundler: bundlers[name], folder, allPaths: ['/cgi-bin/get', '/cgi-bin/list'] })
  })
}

test.for(names)('default: a clean program passes with %s', async (name) => {
  const { gzip, problems } = await check(clean, name)

  expect(problems).toEqual([])
  expect(gzip).toBeGreaterThan(0)
})

test.for(names)('error: an unused call is in the bundle of %s', async (name) => {
  const leaky = { ...clean, source: "import { calls } from 'leaky'\nconsole.log(calls.get())", limit: { gzip: 0 } }
  // This program passes the object on as a whole, so every bundler must keep both functions.
  const whole = { ...leaky, source: "import { calls } from 'leaky'\nconsole.log(calls)", limit: { gzip: 1000 } }

  expect((await check(whole, name)).problems).toEqual(['/cgi-bin/list is in the bundle'])
  expect((await check(leaky, name)).problems[0]).toContain('bytes over the limit')
})

test('error: a forbidden word is in the bundle', async () => {
  const source = `${clean.source}\nconsole.log({ corpsecret: 1 })`

  expect((await check({ ...clean, source, absent: ['corpsecret', 'gettoken'] }, 'rolldownBundler')).problems).toEqual([
    'corpsecret is in the bundle',
  ])
})

test('error: a built-in of Node is in the bundle', async () => {
  const source = "import { readFileSync } from 'node:fs'\nconsole.log(readFileSync)"

  expect((await check({ ...clean, source }, 'esbuildBundler')).problems).toEqual(['node:fs is in the bundle'])
})

test('behavior: an unused import adds nothing', async () => {
  const source = `import * as unused from 'leaky'\n${clean.source}`

  expect(await check({ ...clean, source, baseline: clean.source, limit: { min: 0 } }, 'rolldownBundler')).toMatchObject(
    {
      min: 0,
      problems: [],
    },
  )
})
