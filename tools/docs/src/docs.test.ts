import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { text as readText } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { createFakeCorp } from '@wecom/mock'
import { type MockServer, listen } from '@wecom/mock/server'
import { transform } from 'esbuild'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { type Block, readBlocks } from './blocks.ts'
import { corpPage } from './corpTables.ts'
import { readExamples } from './examples.ts'
import { snippetFile } from './snippetFile.ts'
import { isTwin, listPages, readPage, workspace } from './workspace.ts'

const folder = fileURLToPath(new URL('..', import.meta.url))
const snippets = join(folder, '.snippets')
const pages = listPages()
/**
 * The code blocks of the English pages. The Chinese pages are left out, because `twins.test.ts` checks that they
 * contain the same code.
 */
const blocks = pages.filter((page) => !isTwin(page)).flatMap((page) => readBlocks(page, readPage(page)))
const programs = blocks.filter(({ language }) => language === 'ts')
const examples = readExamples()
const where = ({ page, line }: Block): string => `${page}:${line}`

const corp = createFakeCorp()
let server: MockServer

beforeAll(async () => {
  rmSync(snippets, { recursive: true, force: true })
  for (const { name, text } of [...programs.map(snippetFile), ...examples]) {
    mkdirSync(dirname(join(snippets, name)), { recursive: true })
    writeFileSync(join(snippets, name), text)
  }
  server = await listen(corp)
})
afterAll(async () => {
  await server.close()
  rmSync(snippets, { recursive: true })
})

/**
 * Returns the arguments of the `node` command that runs a snippet. Node runs the snippet as a program, or, if the
 * snippet is a test file, with Vitest.
 */
function argumentsFor(block: Block): string[] {
  const { name } = snippetFile(block)
  if (block.note !== 'vitest') return ['--conditions=@wecom/source', join(snippets, name)]
  const config = join(workspace, 'vitest.config.ts')
  return [join(workspace, 'node_modules/vitest/vitest.mjs'), 'run', '--config', config, '--root', snippets, name]
}

test('there are pages with snippets, and comments with examples', () => {
  expect(pages).toContain('README.md')
  expect(programs.length).toBeGreaterThan(5)
  expect(examples.length).toBeGreaterThan(100)
})

test.each([
  ['every snippet, and the example of every call', 'tsconfig.snippets.json'],
  ['every route of Next', 'tsconfig.next.json'],
])('%s compiles', { timeout: 60_000 }, (_what, settings) => {
  const { stdout, status } = spawnSync(join(workspace, 'node_modules/.bin/tsc'), ['-p', settings], {
    cwd: folder,
    encoding: 'utf8',
  })

  expect(stdout).toBe('')
  expect(status).toBe(0)
})

/**
 * Notes of the code blocks that this test does not run. A note is the word after the language in the first line of a
 * block. `compile-only` blocks are only compiled. `walkThrough.test.ts` runs the `walk-through` blocks.
 */
const notRun = ['compile-only', 'walk-through']

test.each(programs.filter(({ note }) => !notRun.includes(note)).map((block) => [where(block), block] as const))(
  '%s runs',
  { timeout: 60_000 },
  async (_where, block) => {
    corp.reset()
    const child = spawn(process.execPath, argumentsFor(block), {
      env: {
        PATH: process.env['PATH'],
        WECOM_BASE_URL: server.url,
        WECOM_CORP_ID: corp.corpId,
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

const interpreters = new Map([
  ['php', 'php'],
  ['python', 'python3'],
])

test.each(
  blocks
    .filter(({ note }) => note === 'run')
    .map((block) => [where(block), interpreters.get(block.language) ?? '', block.code] as const),
)('%s runs by %s', { timeout: 60_000 }, async (_where, interpreter, code) => {
  corp.reset()
  corp.journal.clear()
  const before = corp.clock.now()
  const child = spawn(interpreter, { env: { PATH: process.env['PATH'] } })
  const output = Promise.all([readText(child.stdout), readText(child.stderr), once(child, 'close')])
  child.stdin.end(code.replaceAll('http://127.0.0.1:8787', server.url))
  const [printed, errors, [status]] = await output

  expect({ status, errors }).toEqual({ status: 0, errors: '' })
  expect(printed).toMatch(/^34 customers, now 2026-/)
  expect(corp.journal.list('markCustomerTags')).toMatchObject([{ errcode: 0 }])
  expect(corp.clock.now()).toBe(before + 24 * 60 * 60 * 1000)
})

test('packages/mock/README.md: programs in PHP and Python are run', () => {
  const run = blocks.filter(({ page, note }) => page === corpPage && note === 'run')

  expect(run.map(({ language }) => language)).toEqual([...interpreters.keys()])
})

/**
 * Compiles a TypeScript program to JavaScript, and returns the path of the new file. The program for NestJS contains
 * decorators, which a compiler translates only with the setting `experimentalDecorators`.
 */
async function runnable(file: string): Promise<string> {
  const { code } = await transform(readFileSync(file, 'utf8'), {
    loader: 'ts',
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true } },
  })
  writeFileSync(`${file}.mjs`, code)
  return `${file}.mjs`
}

test.each(['server', 'express', 'koa', 'fastify', 'nest'])(
  'packages/callback/README.md: its %s.ts greets a new customer',
  async (name) => {
    const running = createFakeCorp({ startAt: Date.now() })
    const api = await listen(running)
    const settings = { token: 'pageToken', encodingAesKey: 'p7Qm2ZxV9bLt4KdRwYc6HsJ1uNfGaE8oX3iTvBkMz5U' }
    vi.stubEnv('WECOM_BASE_URL', api.url)
    vi.stubEnv('WECOM_CORP_ID', running.corpId)
    vi.stubEnv('WECOM_SECRET', 'fake-secret')
    vi.stubEnv('WECOM_CALLBACK_TOKEN', settings.token)
    vi.stubEnv('WECOM_CALLBACK_KEY', settings.encodingAesKey)
    vi.stubEnv('PORT', '0')
    // Each server has a callback.ts of its own, with settings of its own.
    vi.resetModules()
    const page = (await import(await runnable(join(snippets, `packages-callback-README-md/${name}.ts`)))) as {
      server: Server
    }
    if (!page.server.listening) await once(page.server, 'listening')
    const url = `http://127.0.0.1:${(page.server.address() as AddressInfo).port}/wecom/callback`
    onTestFinished(async () => {
      page.server.close()
      await api.close()
    })

    await running.callbacks.connect({ ...settings, url })
    running.people.customerAddsMember({ userid: 'wangfang', name: '王先生' })
    expect(await running.deliveries.settled()).toMatchObject([{ outcome: 'acknowledged', attempts: [{ status: 200 }] }])
    expect(running.journal.list('sendWelcomeMessage')).toMatchObject([{ errcode: 0 }])

    const other = await fetch(url, { method: 'DELETE' })
    expect([other.status, other.headers.get('allow')]).toEqual([405, 'GET, POST'])
    const query = 'msg_signature=1&timestamp=1&nonce=1'
    const large = await fetch(`${url}?${query}`, { method: 'POST', body: 'a'.repeat(10 * 1024 * 1024) })
    expect(large.status).toBe(413)
  },
)

test.each(blocks.filter(({ language }) => language === 'sh').map((block) => [where(block), block] as const))(
  '%s: every npm script exists',
  (_where, { code }) => {
    const { scripts } = JSON.parse(readPage('package.json')) as { scripts: Record<string, string> }
    const named = [...code.matchAll(/npm (?:run )?(?:--silent )?([\w:-]+)/g)].map(([, name]) => name ?? '')
    const unknown = named.filter((name) => !['ci', 'init', 'install', 'pkg'].includes(name) && !scripts[name])

    expect(unknown).toEqual([])
  },
)

test.each(blocks.filter(({ note }) => note === 'state').map((block) => [where(block), block] as const))(
  '%s is a state',
  (_where, { code }) => {
    expect(() => createFakeCorp({ state: JSON.parse(code) })).not.toThrow()
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
