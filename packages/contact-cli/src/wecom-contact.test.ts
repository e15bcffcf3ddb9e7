import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Readable, Writable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { createFakeCorp } from '@wecom/mock'
import { listen } from '@wecom/mock/server'
import { expect, onTestFinished, test } from 'vitest'
import { version } from './version.ts'

const program = fileURLToPath(new URL('wecom-contact.ts', import.meta.url))
const printImports = new URL('fixtures/printImports.ts', import.meta.url).href

interface Started {
  readonly args: readonly string[]
  readonly nodeOptions?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

function start({ args, nodeOptions = [], env = {} }: Started): ChildProcessByStdio<Writable, Readable, Readable> {
  const child = spawn(process.execPath, ['--conditions=@wecom/source', ...nodeOptions, program, ...args], {
    stdio: 'pipe',
    env: { PATH: process.env['PATH'] ?? '', ...env },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

async function runToEnd(started: Started, input = ''): Promise<{ code: unknown; stdout: string; stderr: string }> {
  const child = start(started)
  child.stdin.end(input)
  const [[code], stdout, stderr] = await Promise.all([once(child, 'exit'), text(child.stdout), text(child.stderr)])
  return { code, stdout, stderr }
}

test('default: a call against a corp over HTTP, JSON in a pipe', async () => {
  const server = await listen(createFakeCorp())
  onTestFinished(() => server.close())
  const env = { WECOM_CORP_ID: 'wwfake0000000001', WECOM_SECRET: 'fake-secret', WECOM_BASE_URL: server.url }
  const { code, stdout, stderr } = await runToEnd({ args: ['call', 'listFollowUsers'], env })

  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(JSON.parse(stdout)).toMatchObject({ follow_user: expect.arrayContaining(['lina']) as string[] })
})

test('behavior: stdin of a pipe is the parameters, and nobody is asked', async () => {
  const input = JSON.stringify({ group_name: '来源', tag: [{ name: '展会' }] })
  const args = ['call', 'createCorpTags', '--json', '-', '--mock']

  expect(await runToEnd({ args }, input)).toMatchObject({
    code: 2,
    stdout: '',
    stderr:
      'wecom-contact: createCorpTags creates something new each time; add --yes to confirm the call, because --json - reads stdin to its end\n',
  })
  const { code, stdout } = await runToEnd({ args: [...args, '--yes'] }, input)
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ tag_group: { group_name: '来源' } })
})

test('behavior: --version loads commander and nothing of the commands', async () => {
  const { code, stdout, stderr } = await runToEnd({ args: ['--version'], nodeOptions: ['--import', printImports] })
  const loaded = stderr
    .trimEnd()
    .split('\n')
    .filter((url) => url.startsWith('file:'))
  const outside = loaded.filter((url) => !url.includes('/contact-cli/src/') && !url.includes('/commander/'))

  expect({ code, stdout, outside }).toEqual({ code: 0, stdout: `${version}\n`, outside: [] })
  expect(loaded.map((url) => url.replace(/.*\/(?=[^/]+$)/, '')).filter((file) => file.endsWith('.ts'))).toEqual([
    'wecom-contact.ts',
    'ask.ts',
    'exitCodes.ts',
    'run.ts',
    'commands.ts',
    'version.ts',
  ])
})

test.each([
  'batchGetContactsByUser --userid_list wangfang --all',
  'createContactWay --type 1 --scene 2 --user lina --yes',
])('behavior: a reader that stops early is no error: %s', async (command) => {
  const child = start({ args: ['call', ...command.split(' '), '--mock'] })
  // Stops reading early, as `head` does.
  child.stdout.destroy()
  const [[code], stderr] = await Promise.all([once(child, 'exit'), text(child.stderr)])

  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
})

// Speeds up the clock of the progress lines, so that the first page already prints one.
const fastClock = `data:text/javascript,const { now } = performance; performance.now = () => now.call(performance) * 1e6`

test('behavior: sync stops with exit code 130 when its reader ends, and holds no lease', async () => {
  const corp = createFakeCorp({
    state: { generate: { members: 20, customers: 100 } },
    pageSize: 5,
    secret: 'fake-secret',
  })
  const server = await listen(corp)
  onTestFinished(() => server.close())
  const folder = await mkdtemp(join(tmpdir(), 'sync-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'corp.db')
  const env = { WECOM_CORP_ID: corp.corpId, WECOM_SECRET: 'fake-secret', WECOM_BASE_URL: server.url }
  const child = start({ args: ['sync', '--to', `sqlite:${file}`], nodeOptions: ['--import', fastClock], env })
  child.stdout.destroy()
  const [[code], stderr] = await Promise.all([once(child, 'exit'), text(child.stderr)])

  expect({ code, stderr }).toEqual({
    code: 130,
    stderr: 'Stopped. The tables contain all pages that were read. Run the command again to resume.\n',
  })
  const database = new DatabaseSync(file)
  expect(database.prepare('select count(*) as n from wecom_slices where leased_until is not null').get()).toEqual({
    n: 0,
  })
  database.close()
})

test.for(['stdout', 'stderr'] as const)('behavior: worker stops with exit code 130 when %s closes', async (stream) => {
  const corp = createFakeCorp()
  const server = await listen(corp)
  onTestFinished(() => server.close())
  // The wrong secret makes the worker write an error to stderr.
  const env = { WECOM_CORP_ID: corp.corpId, WECOM_SECRET: 'wrong', WECOM_BASE_URL: server.url }
  const child = start({ args: ['worker', '--to', 'sqlite::memory:'], env })
  child[stream].destroy()
  child[stream === 'stdout' ? 'stderr' : 'stdout'].resume()

  expect(await once(child, 'exit')).toEqual([130, null])
})

test.runIf(process.platform === 'linux')('error: a full disk is one line', async () => {
  const command = [process.execPath, '--conditions=@wecom/source', program, 'explain', '40001']
  const child = spawn('sh', ['-c', '"$0" "$@" > /dev/full', ...command])
  const [[code], stderr] = await Promise.all([once(child, 'exit'), text(child.stderr)])

  expect({ code, stderr }).toEqual({ code: 1, stderr: 'wecom-contact: the output cannot be written: ENOSPC\n' })
})

test.for(['SIGTERM', 'SIGINT'] as const)('behavior: mock serves a fake corp until %s', async (signal) => {
  const child = start({ args: ['mock', '--port', '0', '--corp-id', 'wwmock'] })
  const [chunk] = (await once(child.stdout, 'data')) as [Buffer]
  const ready = JSON.parse(chunk.toString()) as Record<string, string>
  const env = { WECOM_CORP_ID: 'wwmock', WECOM_SECRET: ready['secret'] ?? '', WECOM_BASE_URL: ready['url'] ?? '' }

  expect(await runToEnd({ args: ['call', 'listFollowUsers'], env })).toMatchObject({ code: 0 })
  child.kill(signal)
  expect(await once(child, 'exit')).toEqual([0, null])
})

test.for(['SIGTERM', 'SIGINT'] as const)('behavior: worker keeps a corp current until %s', async (signal) => {
  const child = start({ args: ['worker', '--mock', '--to', 'sqlite::memory:'] })
  const stderr = text(child.stderr)
  let output = ''
  for await (const chunk of child.stdout) {
    output += String(chunk)
    if (output.includes('"report"')) break
  }
  child.kill(signal)

  expect(await once(child, 'exit')).toEqual([0, null])
  expect(await stderr).toBe('Stopped. Other workers can continue.\n')
})

test('error: mock with a wrong argument', async () => {
  expect(await runToEnd({ args: ['mock', '--prot', '1'] })).toEqual({
    code: 2,
    stdout: '',
    stderr: "wecom-contact mock: Unknown option '--prot'; see wecom-contact mock --help\n",
  })
})
