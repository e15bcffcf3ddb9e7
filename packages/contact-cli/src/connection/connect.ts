import { type Client, type Fetch, callLimiter, corpToken, createClient } from '@wecom/core'
import type { Command } from 'commander'
import type { Surroundings } from '../Surroundings.ts'
import { UsageError } from '../ProgramError.ts'
import { version } from '../version.ts'
import { readSettings, type Settings } from './readSettings.ts'

export interface ConnectionOptions {
  readonly config?: string | undefined
  readonly mock?: boolean | undefined
}

export interface Connection {
  readonly client: Client
  readonly corpId: string
  readonly source: string
  readonly callback: Settings['callback']
  /**
   * Time of the corp in milliseconds since 1970. The option `--mock` connects to a simulated corp with its own clock,
   * which differs from the clock of this machine.
   */
  readonly now: number
}

export function addConnectionOptions(command: Command): void {
  command
    .option('--config <file>', 'file with WECOM_… settings, mode 0600')
    .option('--mock', 'use a fake corp in this process; each run starts with a new one')
}

export async function connect(
  { config, mock = false }: ConnectionOptions,
  surroundings: Surroundings,
  onAnswer?: (headers: Headers) => void,
): Promise<Connection> {
  if (mock) return connectToFakeCorp()
  const { corpId, secret, baseUrl, callback, source } = await readSettings(config, surroundings)
  const fetch = onAnswer ? tellAnswers(surroundings.fetch ?? globalThis.fetch, onAnswer) : surroundings.fetch
  try {
    const client = createClient({ token: corpToken({ corpId, secret }), baseUrl, fetch, ...clientConfig() })
    return { client, corpId, source, callback, now: surroundings.now ?? Date.now() }
  } catch (error) {
    // Passes on the messages of `createClient`, because they say what is wrong and contain no secret.
    if (error instanceof TypeError && baseUrl !== undefined) throw new UsageError(`WECOM_BASE_URL: ${error.message}`)
    throw error
  }
}

// The limiter keeps a command with many calls below WeCom's rate limits. It does not delay a single call.
const clientConfig = () => ({ userAgent: `wecom-contact/${version}`, limiter: callLimiter() })

async function connectToFakeCorp(): Promise<Connection> {
  const { createFakeCorp } = await import('@wecom/mock')
  const corp = createFakeCorp()
  return {
    client: createClient({ token: corp.token, fetch: corp.fetch, ...clientConfig() }),
    corpId: corp.corpId,
    source: 'the fake corp',
    callback: undefined,
    now: corp.clock.now(),
  }
}

function tellAnswers(fetch: Fetch, onAnswer: (headers: Headers) => void): Fetch {
  return async (input, init) => {
    const response = await fetch(input, init)
    onAnswer(response.headers)
    return response
  }
}
