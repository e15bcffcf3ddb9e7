import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createTenant } from '@wecom/msw'
import { type MockServer, startMockServer } from '@wecom/msw/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Block, readBlocks } from './blocks.ts'
import { snippetFile } from './snippetFile.ts'
import { listPages, readPage, workspace } from './workspace.ts'

const folder = fileURLToPath(new URL('..', import.meta.url))
const snippets = join(folder, '.snippets')
const pages = listPages()
const blocks = pages.flatMap((page) => readBlocks(page, readPage(page)))
const programs = blocks.filter(({ language }) => language === 'ts')
/** The code of a page without its comments, which are in the page's own language. */
const codeOf = (page: string): string[] =>
  readBlocks(page, readPage(page)).map(({ code }) => code.replaceAll(/^ *\/\/.*\n| *\/\/.*$/gm, ''))
const where = ({ page, line }: Block): string => `${page}:${line}`

const tenant = createTenant()
let server: MockServer

beforeAll(async () => {
  rmSync(snippets, { recursive: true, force: true })
  mkdirSync(join(snippets, 'src'), { recursive: true })
  for (const { name, text } of programs.map(snippetFile)) writeFileSync(join(snippets, name), text)
  server = await startMockServer({ tenant })
})
afterAll(async () => {
  await server.close()
  rmSync(snippets, { recursive: true })
})

/** How Node runs a snippet: as a program, or, if it is a test file, by Vitest. */
function argumentsFor(block: Block): string[] {
  const { name } = snippetFile(block)
  if (block.note !== 'vitest') return ['--conditions=@wecom/source', join(snippets, name)]
  const config = join(workspace, 'vitest.config.ts')
  return [join(workspace, 'node_modules/vitest/vitest.mjs'), 'run', '--config', config, '--root', snippets, name]
}

test('there are pages with snippets', () => {
  expect(pages).toContain('README.md')
  expect(programs.length).toBeGreaterThan(5)
})

test('every snippet compiles', { timeout: 60_000 }, () => {
  const { stdout, status } = spawnSync(join(workspace, 'node_modules/.bin/tsc'), ['-p', 'tsconfig.snippets.json'], {
    cwd: folder,
    encoding: 'utf8',
  })

  expect(stdout).toBe('')
  expect(status).toBe(0)
})

/** The walk through callbacks has a test of its own. */
const notRun = ['compile-only', 'walk-through']

test.each(programs.filter(({ note }) => !notRun.includes(note)).map((block) => [where(block), block] as const))(
  '%s runs',
  { timeout: 60_000 },
  async (_where, block) => {
    tenant.reset()
    const child = spawn(process.execPath, argumentsFor(block), {
      env: {
        PATH: process.env['PATH'],
        WECOM_BASE_URL: server.url,
        WECOM_CORP_ID: tenant.corpId,
        WECOM_SECRET: 'fake-secret',
      },
    })
    let errors = ''
    child.stderr.on('data', (chunk) => (errors += String(chunk)))
    child.stdout.resume()
    const [code] = await once(child, 'close')

    expect({ code, errors: code === 0 ? '' : errors }).toEqual({ code: 0, errors: '' })
  },
)

test.each(blocks.filter(({ language }) => language === 'sh').map((block) => [where(block), block] as const))(
  '%s: every npm script exists',
  (_where, { code }) => {
    const { scripts } = JSON.parse(readPage('package.json')) as { scripts: Record<string, string> }
    const named = [...code.matchAll(/npm (?:run )?(?:--silent )?([\w:-]+)/g)].map(([, name]) => name ?? '')
    const unknown = named.filter((name) => !['ci', 'install', 'pack'].includes(name) && !scripts[name])

    expect(unknown).toEqual([])
  },
)

test.each(blocks.filter(({ note }) => note === 'seed').map((block) => [where(block), block] as const))(
  '%s is a seed',
  (_where, { code }) => {
    expect(() => createTenant({ seed: JSON.parse(code) })).not.toThrow()
  },
)

test.each(pages)('%s: every link leads somewhere', (page) => {
  const targets = [...readPage(page).matchAll(/\]\((?!https?:)([^)#\s]+)/g)].map(([, target]) => target ?? '')
  const lost = targets.filter((target) => !existsSync(join(workspace, dirname(page), target)))

  expect(lost).toEqual([])
})

test.each(globSync('packages/*', { cwd: workspace }))('%s: the licence is that of the repository', (path) => {
  expect(readPage(`${path}/LICENSE`)).toBe(readPage('LICENSE'))
})

test('README.zh-CN.md shows the same code as README.md', () => {
  expect(codeOf('README.zh-CN.md')).toEqual(codeOf('README.md'))
})
