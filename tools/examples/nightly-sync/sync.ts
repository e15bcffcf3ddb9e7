import { callLimiter, corpToken, createClient } from '@wecom/core'
import { openSync } from '@wecom/sync'
import { settings } from './settings.ts'

const { corpId, secret, baseUrl, database } = settings

// The limiter keeps the run below WeCom's limits, so that it does not block other programs of the corp.
const client = createClient({ token: corpToken({ corpId, secret }), baseUrl, limiter: callLimiter() })
const sync = await openSync(`sqlite:${database}`, { client, corpId })

// The host stops the job by SIGTERM: the next run goes on from there.
const stop = new AbortController()
process.once('SIGTERM', () => stop.abort())

const report = await sync.run({ signal: stop.signal })
await sync.close()

console.log('read:', report.read)
for (const gap of report.gaps) console.error('not read:', gap)
process.exitCode = report.ok ? 0 : 3
