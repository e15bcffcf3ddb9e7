import { parseArgs } from 'node:util'
import { maxDelayMs } from '../base/faults.ts'
import type { CallbackSettings } from '../callbacks/settings.ts'
import type { CorpSize } from '../seed/generateCorp.ts'

export interface WecomMockOptions {
  readonly port: number
  readonly host: string
  /** Initial state of the fake corp: `demo`, `empty`, the name of a file, or the size of a corp to generate. */
  readonly state: string | Omit<CorpSize, 'seed'>
  readonly corpId: string | undefined
  readonly secret: string | undefined
  readonly seed: number | undefined
  readonly startAt: string | undefined
  readonly clock: 'frozen' | 'running'
  readonly latency: number | undefined
  readonly failureRate: number | undefined
  readonly allowRemote: boolean
  readonly callback: CallbackSettings | undefined
  readonly help: boolean
  readonly version: boolean
}

export const usage = `Usage: wecom-mock [options]

Serves a fake WeCom corp over HTTP. When it is ready, it prints one line of JSON: {"url","corpId","secret"}.

  --port N              port to listen on (default 0: a free one)
  --host HOST           address to listen on (default 127.0.0.1)
  --allow-remote        allow addresses that other machines can reach, and callback URLs on them
  --state STATE         demo, empty, or a file with the JSON of GET /__corp/state (default demo)
  --members N           generate a corp with N members; use it with --customers, without --state
  --customers N         number of customers of the generated corp
  --corp-id ID          id of the corp (default: the state's)
  --secret S            secret of the first app (default: the state's)
  --seed N              seed of all random numbers (default: the state's, or 1)
  --start-at TIME       initial time of the corp's clock: now, or an ISO date (default: the state's time)
  --clock HOW           frozen: only requests move the clock; running: in real time (default frozen)
  --latency MS          delay of every answer, in milliseconds (default 0)
  --failure-rate R      share of calls, 0 to 1, that fail with errcode -1 (system busy) (default 0)
  --callback-url URL    URL that receives the events; it is verified first. The defaults are then --start-at now, --clock running
  --callback-token T    Token of the callback
  --callback-key KEY    EncodingAESKey of the callback
  --help                print this
  --version             print the version
`

/** Error for wrong arguments of `wecom-mock`. The program prints it in one line. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export function readOptions(args: readonly string[]): WecomMockOptions {
  const { values } = parse(args)
  const callback = toCallback(values['callback-url'], values['callback-token'], values['callback-key'])
  return {
    port: toInteger('--port', values.port ?? '0', 65_535),
    host: values.host ?? '127.0.0.1',
    state: toState(values.state, values.members, values.customers),
    corpId: notEmpty('--corp-id', values['corp-id']),
    secret: notEmpty('--secret', values.secret),
    seed: values.seed === undefined ? undefined : toInteger('--seed', values.seed, 2 ** 32 - 1),
    // Receivers compare events with real time: a welcome code, for example, is valid for 20 seconds.
    startAt: toStart(values['start-at'] ?? (callback && 'now')),
    clock: toClock(values.clock ?? (callback ? 'running' : 'frozen')),
    latency: toNumber('--latency', values.latency, maxDelayMs),
    failureRate: toNumber('--failure-rate', values['failure-rate'], 1),
    allowRemote: values['allow-remote'] ?? false,
    callback,
    help: values.help ?? false,
    version: values.version ?? false,
  }
}

type Parsed = ReturnType<typeof parseArgs<typeof config>>

const config = {
  options: {
    port: { type: 'string' },
    host: { type: 'string' },
    state: { type: 'string' },
    members: { type: 'string' },
    customers: { type: 'string' },
    'corp-id': { type: 'string' },
    secret: { type: 'string' },
    seed: { type: 'string' },
    latency: { type: 'string' },
    'failure-rate': { type: 'string' },
    'start-at': { type: 'string' },
    clock: { type: 'string' },
    'allow-remote': { type: 'boolean' },
    'callback-url': { type: 'string' },
    'callback-token': { type: 'string' },
    'callback-key': { type: 'string' },
    help: { type: 'boolean' },
    version: { type: 'boolean' },
  },
} as const

function parse(args: readonly string[]): Parsed {
  try {
    return parseArgs({ ...config, args: [...args] })
  } catch (error) {
    const ambiguous = error instanceof Error && /'(--[\w-]+)' argument is ambiguous/.exec(error.message)?.[1]
    if (ambiguous) {
      throw new UsageError(`${ambiguous} needs a value; a value that starts with a dash is written as ${ambiguous}=-…`)
    }
    // Keeps the first sentence, which says what is wrong. The rest explains positional arguments at length.
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

function notEmpty(name: string, text: string | undefined): string | undefined {
  if (text === '') throw new UsageError(`${name} must not be empty`)
  return text
}

function toStart(text: string | undefined): string | undefined {
  if (text !== undefined && text !== 'now' && Number.isNaN(Date.parse(text)))
    throw new UsageError(`--start-at must be now or an ISO date, not "${text}"`)
  return text
}

function toClock(text: string): WecomMockOptions['clock'] {
  if (text !== 'frozen' && text !== 'running') {
    throw new UsageError(`--clock must be frozen or running, not "${text}"`)
  }
  return text
}

function toNumber(name: string, text: string | undefined, max: number): number | undefined {
  if (text === undefined) return undefined
  const value = Number(text)
  if (!/^\d+(\.\d+)?$/.test(text) || value > max) {
    throw new UsageError(`${name} must be a number from 0 to ${max}, not "${text}"`)
  }
  return value
}

function toState(state?: string, members?: string, customers?: string): WecomMockOptions['state'] {
  if (members === undefined && customers === undefined) return state ?? 'demo'
  if (members === undefined || customers === undefined || state !== undefined) {
    throw new UsageError('--members and --customers must be used together, and without --state')
  }
  return {
    members: toInteger('--members', members, Number.MAX_SAFE_INTEGER),
    customers: toInteger('--customers', customers, Number.MAX_SAFE_INTEGER),
  }
}

function toCallback(url?: string, token?: string, encodingAesKey?: string): CallbackSettings | undefined {
  if (url === undefined && token === undefined && encodingAesKey === undefined) return undefined
  if (url === undefined || token === undefined || encodingAesKey === undefined) {
    throw new UsageError('--callback-url, --callback-token and --callback-key must be used together')
  }
  return { url, token, encodingAesKey }
}
