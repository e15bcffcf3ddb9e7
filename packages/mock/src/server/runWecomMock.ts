import { readFile } from 'node:fs/promises'
import { InputError } from '../base/input.ts'
import { CallbackUrlError } from '../callbacks/settings.ts'
import { createFakeCorp } from '../createFakeCorp.ts'
import { type InitialState, readState, StateError } from '../seed/loadState.ts'
import { version } from '../version.ts'
import { listen } from './listen.ts'
import { readOptions, usage, UsageError, type WecomMockOptions } from './options.ts'

/** Runs the command: serves until a signal ends it. A wrong argument or state is one line on stderr and exit code 2. */
export async function runWecomMock(args: readonly string[]): Promise<void> {
  try {
    await serveUntilStopped(args)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    process.stderr.write(`wecom-mock: ${error.message}; see wecom-mock --help\n`)
    process.exitCode = 2
  }
}

async function serveUntilStopped(args: readonly string[]): Promise<void> {
  const options = readOptions(args)
  if (options.help || options.version) {
    process.stdout.write(options.help ? usage : `${version}\n`)
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

/** Milliseconds between two checks of the parent process. */
const watchEvery = 250

/**
 * Stops with the parent process, if that is npm's: `npx` and `npm run` start the program in a shell, and pass SIGTERM to
 * the shell alone.
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
  return orUsageError(async () => readState(JSON.parse(await readFile(state, 'utf8'))), `--state ${state}: `)
}

/** Turns errors that the user can correct into a `UsageError`. */
async function orUsageError<T>(act: () => T | Promise<T>, prefix = ''): Promise<T> {
  try {
    return await act()
  } catch (error) {
    const theirs =
      error instanceof StateError ||
      error instanceof CallbackUrlError ||
      error instanceof InputError ||
      error instanceof SyntaxError ||
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

/** Replaces the names of options with those of the command line. */
function withFlags(message: string): string {
  return Object.entries(flags).reduce((text, [name, flag]) => text.replaceAll(name, flag), message)
}

/** Errors of the system, such as a missing file or a port in use. */
function isSystemError(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error
}
