// Goes through all customers of a corp each time it is told to, in a process of its own.
import {
  batchGetContactsByUserEndpoint,
  type BatchGetContactsByUserResult,
  listFollowUsersEndpoint,
  type ListFollowUsersResult,
} from '@wecom/contacts'
import { corpToken, createClient, type Transport } from '@wecom/core'
import { undiciTransport } from '@wecom/core/undici'
import { openSync } from '@wecom/sync'
import { quantile } from './quantiles.ts'
import type { Syncer, SyncSample } from './Syncer.ts'

/** Number of concurrent requests, the same number as in a sync run. */
const inFlight = 4
/** Number of lists into which `startBare` divides the members, the same number as in a sync run. */
const parts = 32

let walk: (() => Promise<SyncSample>) | undefined

const answer = async (message: Syncer): Promise<unknown> => {
  if (walk) return walk()
  walk = await start(message)
  return 'ready'
}
process.on('message', (message: Syncer) => void answer(message).then((value) => process.send?.(value)))
process.on('disconnect', () => process.exit())

function start({ way, url, corpId, secret, file }: Syncer): Promise<() => Promise<SyncSample>> {
  if (way === 'bare') return startBare(url, corpId, secret)
  const transport = way === 'sync over undici' ? undiciTransport() : undefined
  return startSync(url, corpId, secret, file, transport)
}

function startMeasuring(): () => Omit<SyncSample, 'customers'> {
  const memory: number[] = []
  const timer = setInterval(() => memory.push(process.memoryUsage.rss() / 2 ** 20), 50)
  const startedAt = performance.now()
  const before = process.cpuUsage()
  return () => {
    clearInterval(timer)
    const { user, system } = process.cpuUsage(before)
    const tenth = Math.ceil(memory.length / 10)
    const growth = quantile(memory.slice(-tenth), 0.5) - quantile(memory.slice(0, tenth), 0.5)
    return { seconds: (performance.now() - startedAt) / 1000, cpuSeconds: (user + system) / 1e6, growth }
  }
}

async function startSync(
  baseUrl: string,
  corpId: string,
  secret: string,
  file: string,
  transport: Transport | undefined,
): Promise<() => Promise<SyncSample>> {
  const client = createClient({ baseUrl, token: corpToken({ corpId, secret }), transport })
  const sync = await openSync(`sqlite:${file}`, { client, corpId })
  return async () => {
    const stop = startMeasuring()
    const report = await sync.run({ concurrency: inFlight })
    const cost = stop()
    if (!report.ok) throw new Error(`the run left gaps: ${JSON.stringify(report.gaps)}`)
    return { customers: report.read.customers, ...cost }
  }
}

async function startBare(baseUrl: string, corpId: string, secret: string): Promise<() => Promise<SyncSample>> {
  const call = async <Result>(path: string, query: string, body?: object): Promise<Result> => {
    const init = body && { method: 'POST', body: JSON.stringify(body) }
    return JSON.parse(await (await fetch(`${baseUrl}${path}?${query}`, init)).text()) as Result
  }
  const { access_token } = await call<{ access_token: string }>(
    '/cgi-bin/gettoken',
    `corpid=${corpId}&corpsecret=${secret}`,
  )
  const query = `access_token=${access_token}`
  return async () => {
    const stop = startMeasuring()
    const { follow_user } = await call<ListFollowUsersResult>(listFollowUsersEndpoint.path, query)
    const size = Math.ceil(follow_user.length / parts)
    const waiting = Array.from({ length: Math.ceil(follow_user.length / size) }, (_, index) =>
      follow_user.slice(index * size, (index + 1) * size),
    )
    let customers = 0
    const loop = async (): Promise<void> => {
      for (let userid_list = waiting.shift(); userid_list; userid_list = waiting.shift()) {
        for (let cursor: string | undefined = ''; cursor !== undefined;) {
          const body = { userid_list, cursor, limit: 100 }
          const page: BatchGetContactsByUserResult = await call(batchGetContactsByUserEndpoint.path, query, body)
          customers += page.external_contact_list.length
          cursor = page.next_cursor || undefined
        }
      }
    }
    await Promise.all(Array.from({ length: inFlight }, loop))
    return { customers, ...stop() }
  }
}
