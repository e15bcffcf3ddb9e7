import { readFile } from 'node:fs/promises'
import { InputError } from '../base/input.ts'
import { CallbackUrlError } from '../callbacks/settings.ts'
import { createFakeCorp } from '../createFakeCorp.ts'
import { type InitialState, readState, StateError } from '../seed/loadState.ts'
import { version } from '../version.ts'
import { listen } from './listen.ts'
import { readOptions, usage, UsageError, type WecomMockOptions } from './options.ts'

/**
 * Runs the program `wecom-mock`. It starts a mock server, which runs until the process gets SIGINT or SIGTERM. If an
 * argument or the state is wrong, the program prints one line to stderr instead.
 *
 * @param args - arguments that follow the name of the program.
 * @param program - name of the program in help texts and errors.
 * @returns the exit code: 0 when the server has started, or after `--help` and `--version`. 2 if an argument or the
 *   state is wrong.
 */
export async function runWecomMock(args: readonly string[], program = 'wecom-mock'): Promise<number> {
  try {
    await serveUntilStopped(args, program)
    return 0
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    process.stderr.write(`${program}: ${error.message}; see ${program} --help\n`)
    return 2
  }
}

async function serveUntilStopped(args: readonly string[], program: string): Promise<void> {
  const options = readOptions(args)
  if (options.help || options.version) {
    process.stdout.write(options.help ? usage.replace('wecom-mock', program) : `${version}\n`)
    return
  }
  const state = await loadStateOption(options)
  // No event goes to a callback URL before `listen` has verified it.
  const corp = await orUsageError(() => createFakeCorp({ ...options, state, callback: undefined }))
  const server = await orUsageError(() => listen(corp, options))

  const stop = (): void => {
    corp.callbacks.disconnect()
    clearInterval(watching)
    void server.close()
  }
  const watching = watchParent(stop)
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  const ready = { url: server.url, corpId: corp.corpId, secret: corp.apps.list()[0]?.secret }
  process.stdout.write(`${JSON.stringify(ready)}\n`)
}

// In milliseconds.
const watchEvery = 250

/**
 * Runs `stop` when the parent process ends. `npx` and `npm run` start the program in a shell, and send SIGTERM only to
 * the shell. Does nothing if npm did not start the program.
 */
function watchParent(stop: () => void): NodeJS.Timeout | undefined {
  if (process.env['npm_command'] === undefined) return undefined
  const { ppid } = process
  return setInterval(() => {
    if (process.ppid !== ppid) stop()
  }, watchEvery)
}

async function loadStateOption({ state, seed }: WecomMockOptions): Promise<InitialState> {
  if (typeof state === 'object') return { generate: { ...state, seed } }
  if (state === 'demo' || state === 'empty') return state
  return orUsageError(async () => readState(JSON.parse(decode(await readFile(state)))), `--state ${state}: `)
}

/** Decodes UTF-8, with or without a byte order mark. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new UsageError('the file is not UTF-8; save it as UTF-8')
  }
}

async function orUsageError<T>(act: () => T | Promise<T>, prefix = ''): Promise<T> {
  try {
    return await act()
  } catch (error) {
    const theirs =
      error instanceof StateError ||
      error instanceof CallbackUrlError ||
      error instanceof InputError ||
      error instanceof SyntaxError ||
      error instanceof UsageError ||
      isSystemError(error)
    if (!theirs) throw error
    throw new UsageError(`${prefix}${withFlags(error.message).replaceAll('\n', '; ')}`)
  }
}

const flags: Readonly<Record<string, string>> = {
  allowRemote: '--allow-remote',
  'callback token': '--callback-token',
  'callback encodingAesKey': '--callback-key',
  'callback URL': '--callback-url',
  'generate.members': '--members',
  'generate.customers': '--customers',
}

function withFlags(message: string): string {
  return Object.entries(flags).reduce((text, [name, flag]) => text.replaceAll(name, flag), message)
}

function isSystemError(error: unknown): error is Error {
  // The operating system reported it, e.g. because a file is missing or a port is in use.
  return error instanceof Error && 'syscall' in error
}
