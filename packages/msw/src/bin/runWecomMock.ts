import { readFile } from 'node:fs/promises'
import { CallbackUrlError } from '../callbacks/CallbackUrlError.ts'
import { InputError } from '../InputError.ts'
import { type Seed, readSeed } from '../seed/loadSeed.ts'
import { SeedError } from '../seed/SeedError.ts'
import { startMockServer } from '../server/startMockServer.ts'
import { createTenant } from '../tenant/Tenant.ts'
import { version } from '../version.ts'
import { UsageError, type WecomMockOptions, readOptions, usage } from './options.ts'

/** Runs the command: serves until a signal ends it. A wrong argument or seed is one line on stderr and exit code 2. */
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
  const { corpId, secret, random, startAt, clock } = options
  const seed = await loadSeedOption(options)
  const tenant = await orUsageError(() => createTenant({ corpId, secret, random, startAt, clock, seed }))
  const server = await orUsageError(() => startMockServer({ ...options, tenant }))

  const stop = (): void => {
    tenant.callbacks.disconnect()
    void server.close()
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  const ready = { url: server.url, corpId: tenant.corpId, secret: tenant.apps.list()[0]?.secret }
  process.stdout.write(`${JSON.stringify(ready)}\n`)
}

async function loadSeedOption({ seed, random }: WecomMockOptions): Promise<Seed> {
  if (typeof seed === 'object') return { generate: { ...seed, random } }
  if (seed === 'demo' || seed === 'empty') return seed
  return orUsageError(async () => readSeed(JSON.parse(await readFile(seed, 'utf8'))), `--seed ${seed}: `)
}

/** Turns what the user can put right into a `UsageError`. */
async function orUsageError<T>(act: () => T | Promise<T>, prefix = ''): Promise<T> {
  try {
    return await act()
  } catch (error) {
    const theirs =
      error instanceof SeedError ||
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

/** What is wrong, told by the names that stand on the command line. */
function withFlags(message: string): string {
  return Object.entries(flags).reduce((text, [name, flag]) => text.replaceAll(name, flag), message)
}

/** A file that is not there, a port in use, and the like. */
function isSystemError(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error
}
