import { parseArgs } from 'node:util'

/** What stands on the command line. */
export interface WecomMockOptions {
  readonly port: number
  readonly host: string
  /** `demo`, `empty`, or the name of a file. */
  readonly seed: string
  readonly corpId: string | undefined
  readonly secret: string | undefined
  readonly random: number | undefined
  readonly allowRemote: boolean
  readonly help: boolean
  readonly version: boolean
}

export const usage = `Usage: wecom-mock [options]

Serves a fake WeCom corp over HTTP. When it is ready, it prints one line of JSON: {"url","corpId","secret"}.

  --port N         port to listen on (default 0: a free one)
  --host HOST      address to listen on (default 127.0.0.1)
  --allow-remote   allow addresses that other machines can reach
  --seed SEED      demo, empty, or a JSON file as GET /__tenant/state writes it (default demo)
  --corp-id ID     id of the corp (default: the seed's)
  --secret S       secret of the first app (default: the seed's)
  --random N       start of all that looks random (default 1)
  --help           print this
  --version        print the version
`

/** An error in what the user wrote: reported in one line. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** @throws {UsageError} an argument is unknown or wrong. */
export function readOptions(args: readonly string[]): WecomMockOptions {
  const { values } = parse(args)
  return {
    port: toInteger('--port', values.port ?? '0', 65_535),
    host: values.host ?? '127.0.0.1',
    seed: values.seed ?? 'demo',
    corpId: values['corp-id'],
    secret: values.secret,
    random: values.random === undefined ? undefined : toInteger('--random', values.random, 2 ** 32 - 1),
    allowRemote: values['allow-remote'] ?? false,
    help: values.help ?? false,
    version: values.version ?? false,
  }
}

type Parsed = ReturnType<typeof parseArgs<typeof config>>

const config = {
  options: {
    port: { type: 'string' },
    host: { type: 'string' },
    seed: { type: 'string' },
    'corp-id': { type: 'string' },
    secret: { type: 'string' },
    random: { type: 'string' },
    'allow-remote': { type: 'boolean' },
    help: { type: 'boolean' },
    version: { type: 'boolean' },
  },
} as const

function parse(args: readonly string[]): Parsed {
  try {
    return parseArgs({ ...config, args: [...args] })
  } catch (error) {
    // Node explains at length how to pass positional arguments; the first sentence says what is wrong.
    throw new UsageError(
      error instanceof Error ? (error.message.split(/\.(?:\s|$)/)[0] ?? error.message) : String(error),
    )
  }
}

function toInteger(name: string, text: string, max: number): number {
  const value = Number(text)
  if (!/^\d+$/.test(text) || value > max)
    throw new UsageError(`${name} must be a number from 0 to ${max}, not "${text}"`)
  return value
}
