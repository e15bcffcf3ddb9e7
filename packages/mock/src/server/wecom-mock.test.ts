import { type CallbackHandlerOptions, createCallbackHandler } from '@wecom/callback'
import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createFakeCorp } from '../createFakeCorp.ts'
import { smallCorp } from '../fixtures/smallCorp.ts'
import { listenerOf, startReceiver } from './fixtures/startReceiver.ts'

const callbackSecrets = ['--callback-token', 'token', '--callback-key', 'k'.repeat(43)] as const
const command = fileURLToPath(new URL('wecom-mock.ts', import.meta.url))

function start(args: readonly string[]): ChildProcessByStdio<null, Readable, Readable> {
  const child = spawn(process.execPath, ['--conditions=@wecom/source', command, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

/** Runs the program until it ends. */
async function run(args: readonly string[]): Promise<{ code: unknown; stdout: string; stderr: string }> {
  const child = start(args)
  const [[code], stdout, stderr] = await Promise.all([once(child, 'exit'), text(child.stdout), text(child.stderr)])
  return { code, stdout, stderr }
}

async function readyLine(child: ChildProcessByStdio<null, Readable, Readable>): Promise<Record<string, string>> {
  const [chunk] = (await once(child.stdout, 'data')) as [Buffer]
  return JSON.parse(chunk.toString()) as Record<string, string>
}

test.for(['SIGTERM', 'SIGINT'] as const)('serves until %s, then ends with 0', async (signal) => {
  const child = start(['--port', '0', '--state', 'empty', '--corp-id', 'wwbin', '--secret', 's3cret', '--seed', '7'])
  const ready = await readyLine(child)
  const { url = '', corpId = '', secret = '' } = ready
  const response = await fetch(`${url}/cgi-bin/gettoken?corpid=${corpId}&corpsecret=${secret}`)

  expect(ready).toEqual({
    url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    corpId: 'wwbin',
    secret: 's3cret',
  })
  expect(await response.json()).toMatchObject({ errcode: 0, expires_in: 7200 })
  await fetch(`${url}/__corp/faults`, { method: 'POST', body: '{"kind":"delay","delayMs":600000}' })
  const delayed = fetch(`${url}/cgi-bin/getcallbackip`).catch((error: unknown) => error)
  await vi.waitFor(async () => {
    const { requests } = (await (await fetch(`${url}/__corp/requests`)).json()) as { requests: unknown[] }
    expect(requests).toHaveLength(2)
  }, 20_000)
  child.kill(signal)
  expect(await once(child, 'exit')).toEqual([0, null])
  expect(await delayed).toBeInstanceOf(TypeError)
})

test('starts from a file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'wecom-mock-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const good = join(folder, 'good.json')
  const bad = join(folder, 'bad.json')
  // With a byte order mark, which editors on Windows write.
  await writeFile(good, `\uFEFF${JSON.stringify(smallCorp())}`)
  await writeFile(bad, JSON.stringify({ follows: smallCorp().follows?.slice(0, 1) }))

  const child = start(['--state', good])
  expect(await readyLine(child)).toMatchObject({ corpId: 'wwsmall', secret: 'secret-all' })
  child.kill()
  expect(await run(['--state', bad])).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(/^wecom-mock: .*follows\[0\]\.userid: "anna" is not in members; add it there.*\n$/),
  })
})

test('a state that is not UTF-8 is one line', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'wecom-mock-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'utf16.json')
  await writeFile(file, '\uFEFF{}', 'utf16le')

  expect(await run(['--state', file])).toEqual({
    code: 2,
    stdout: '',
    stderr: `wecom-mock: --state ${file}: the file is not UTF-8; save it as UTF-8; see wecom-mock --help\n`,
  })
})

test('delivers events to the callback URL that it was given', async () => {
  const encodingAesKey = 'k'.repeat(43)
  const onEvent = vi.fn<() => void>()
  const handle = createCallbackHandler({ token: 'token', encodingAesKey, receiveIds: ['wwbin'], on: {}, onEvent })
  const receiver = await startReceiver(listenerOf(handle))
  const child = start(['--corp-id', 'wwbin', '--callback-url', receiver, ...callbackSecrets])
  const { url = '' } = await readyLine(child)
  const post = (path: string, body: string) => fetch(`${url}/__corp/${path}`, { method: 'POST', body })
  await post('people/customerAddsMember', '{"userid":"lina"}')

  expect(await (await post('deliveries/settle', '')).json()).toMatchObject({
    deliveries: [{ outcome: 'acknowledged' }],
  })
  expect(onEvent).toHaveBeenCalledOnce()
  expect(await (await fetch(`${url}/__corp/clock`)).json()).toMatchObject({ runs: true })
})

test('with a callback the clock runs from now, so that welcome codes are valid on arrival', async () => {
  const encodingAesKey = 'k'.repeat(43)
  const deadlines: number[] = []
  const on: CallbackHandlerOptions['on'] = {
    add_external_contact: ({ welcome }) => void deadlines.push(welcome?.expiresAt ?? 0),
  }
  const handle = createCallbackHandler({ token: 'token', encodingAesKey, receiveIds: ['wwbin'], on })
  const receiver = await startReceiver(listenerOf(handle))
  const began = Date.now()
  const child = start(['--corp-id', 'wwbin', '--callback-url', receiver, ...callbackSecrets])
  const { url = '' } = await readyLine(child)
  const post = (path: string, body: string) => fetch(`${url}/__corp/${path}`, { method: 'POST', body })
  await post('people/customerAddsMember', '{"userid":"lina"}')
  await post('deliveries/settle', '')
  await post('reset', '{"state":"demo"}')
  await post('people/customerAddsMember', '{"userid":"lina"}')
  await post('deliveries/settle', '')

  // The times of events are whole seconds.
  expect(deadlines.map((deadline) => deadline >= began - 1000 + 20_000)).toEqual([true, true])
})

test('starts at a given time, and stays there', async () => {
  const child = start(['--start-at', '2026-06-01T00:00:00+08:00'])
  const { url = '' } = await readyLine(child)

  expect(await (await fetch(`${url}/__corp/clock`)).json()).toEqual({
    now: '2026-05-31T16:00:00.000Z',
    ms: Date.parse('2026-05-31T16:00:00Z'),
    runs: false,
  })
})

test('started by npm, it ends with the shell that npm started it in', async () => {
  // The test signals only the shell, because `npx` and `npm run` pass SIGTERM to the shell alone.
  const line = `'${process.execPath}' --conditions=@wecom/source '${command}' --port 0; true`
  const shell = spawn('sh', ['-c', line], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, npm_command: 'exec' },
  })
  const { url = '' } = await readyLine(shell)
  shell.kill('SIGTERM')

  await vi.waitFor(() => expect(fetch(url)).rejects.toThrow(TypeError), 20_000)
})

test('starts with a corp that is made up', async () => {
  const child = start(['--members', '2', '--customers', '10', '--seed', '7'])
  const { url = '' } = await readyLine(child)
  const state = await (await fetch(`${url}/__corp/state`)).json()
  child.kill()

  const { customers } = createFakeCorp({ state: { generate: { members: 2, customers: 10, seed: 7 } } }).state()
  expect(state).toMatchObject({ members: [{ userid: 'member1' }, { userid: 'member2' }], customers })
})

test('a reader that ends before the ready line ends the server', async () => {
  const child = start(['--port', '0'])
  child.stdout.destroy()
  const [[code], stderr] = await Promise.all([once(child, 'exit'), text(child.stderr)])

  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
})

test.runIf(process.platform === 'linux')('a full disk is one line', async () => {
  const line = [process.execPath, '--conditions=@wecom/source', command]
  const child = spawn('sh', ['-c', '"$0" "$@" > /dev/full', ...line])
  onTestFinished(() => void child.kill('SIGKILL'))
  const [[code], stderr] = await Promise.all([once(child, 'exit'), text(child.stderr)])

  expect({ code, stderr }).toEqual({ code: 1, stderr: 'wecom-mock: the output cannot be written: ENOSPC\n' })
})

test.for([
  [['--prot', '1'], "Unknown option '--prot'"],
  [['extra'], "Unexpected argument 'extra'"],
  [['--port'], "'--port <value>' argument missing"],
  [['--port', 'high'], '--port must be a number from 0 to 65535, not "high"'],
  [['--port', '65536'], '--port must be a number from 0 to 65535, not "65536"'],
  [['--seed', '-1'], '--seed needs a value; a value that starts with a dash is written as --seed=-…'],
  [['--seed=-1'], '--seed must be a number from 0 to 4294967295, not "-1"'],
  [['--latency', '3000000000'], '--latency must be a number from 0 to 2147483647, not "3000000000"'],
  [['--members', '5'], '--members and --customers must be used together, and without --state'],
  [['--members', '5', '--customers', '5', '--state', 'demo'], '--members and --customers must be used together'],
  [['--state', '/nowhere/state.json'], '/nowhere/state.json'],
  [['--members', '0', '--customers', '5'], '--members'],
  [['--host', '0.0.0.0'], 'host 0.0.0.0 can be reached from other machines; allow that with --allow-remote'],
  [['--corp-id', ''], '--corp-id must not be empty'],
  [['--secret', ''], '--secret must not be empty'],
  [['--start-at', 'soon'], '--start-at must be now or an ISO date, not "soon"'],
  [['--clock', 'back'], '--clock must be frozen or running, not "back"'],
  [['--callback-url', 'http://127.0.0.1:1', ...callbackSecrets.slice(0, 3), 'short'], '--callback-key must be 43'],
  [
    ['--callback-url', 'http://127.0.0.1:1'],
    '--callback-url, --callback-token and --callback-key must be used together',
  ],
  [
    ['--callback-url', 'http://192.0.2.1', ...callbackSecrets],
    'http://192.0.2.1 is on another machine; allow that with --allow-remote',
  ],
  [['--callback-url', 'http://127.0.0.1:1', ...callbackSecrets], 'did not pass verification: it cannot be reached'],
] as const)('wecom-mock %j: one line, exit code 2', async ([args, message]) => {
  const { code, stdout, stderr } = await run(args)

  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(/^wecom-mock: .*\n$/)
  expect(stderr).toContain(message)
})

test('--help and --version', async () => {
  expect(await run(['--help'])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('--allow-remote'),
    stderr: '',
  })
  expect(await run(['--version'])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) })
})
