import { createFakeCorp } from '@wecom/mock'
import { listen } from '@wecom/mock/server'
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openDatabase } from '../database/open.ts'
import { modelOf, tablesOf } from '../fixtures/model.ts'
import { isServer, newSharedStore } from '../fixtures/stores.ts'
import type { WorkerNews, WorkerOrder } from '../fixtures/workerProcess.ts'

const program = fileURLToPath(new URL('../fixtures/workerProcess.ts', import.meta.url))
// Fewer customers on a database server, because a server writes more slowly than SQLite.
const customers = isServer() ? 5_000 : 20_000
const pagesBefore = customers / 1_000

interface Process {
  readonly child: ChildProcess
  readonly count: { pages: number; readonly reports: boolean[] }
}

function startProcess(order: WorkerOrder): Process {
  const child = fork(program, [JSON.stringify(order)], { execArgv: ['--conditions=@wecom/source'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const count: Process['count'] = { pages: 0, reports: [] }
  child.on('message', (news: WorkerNews) => {
    if (news.is === 'page') count.pages++
    else count.reports.push(news.ok)
  })
  return { child, count }
}

test('two workers, one killed in the middle: every customer is there, none twice, no limit is broken', async () => {
  const state = { generate: { members: 100, customers } }
  // Calls overlap, so that the limit of calls at once counts for something.
  const corp = createFakeCorp({ state, startAt: 'now', clock: 'running', latency: 20 })
  corp.limits.add({ kind: 'documented' })
  corp.limits.add({ kind: 'concurrency', inFlight: 5 })
  const server = await listen(corp)
  onTestFinished(() => server.close())
  const store = await newSharedStore()
  const { corpId } = corp
  const order = { store, baseUrl: server.url, corpId, secret: 'fake-secret', epoch: Date.now(), speed: 20 }
  const database = await openDatabase(store)
  onTestFinished(() => database.close())
  const one = startProcess(order)
  const two = startProcess(order)

  await vi.waitFor(
    () => {
      expect(one.count.pages).toBeGreaterThan(pagesBefore)
      expect(two.count.pages).toBeGreaterThan(pagesBefore)
    },
    { timeout: 60_000, interval: 5 },
  )
  one.child.kill('SIGKILL')
  await once(one.child, 'exit')
  const count = async (what: string): Promise<number> => {
    const statement = sql<{ n: number | string }>`${sql.raw(`select count${what}`)}`.compile(database.build)
    return Number((await database.execute(statement)).rows[0]?.n)
  }
  // It was in the middle: it holds parts, and much is not read yet.
  expect(await count('(*) as n from wecom_slices where lease_token is not null')).toBeGreaterThan(0)
  expect(await count('(*) as n from wecom_customers')).toBeLessThan(customers * 0.9)
  expect([one.count.reports, two.count.reports]).toEqual([[], []])

  await vi.waitFor(() => expect(two.count.reports).toEqual([true]), { timeout: 100_000, interval: 50 })
  two.child.kill('SIGTERM')
  expect(await once(two.child, 'exit')).toEqual([0, null])

  expect(await tablesOf(database)).toEqual(modelOf(corp))
  expect(await count('(*) as n from wecom_customers')).toBe(customers)
  // Neither did anything come twice into the feed.
  for (const kind of ['customers.created', 'follows.created']) {
    const where = `as n from wecom_changes where kind = '${kind}'`
    expect(await count(`(distinct row_key) ${where}`)).toBe(await count(`(*) ${where}`))
  }
  expect(await count("(*) as n from wecom_changes where kind = 'customers.created'")).toBe(customers)
  expect(await count("(*) as n from wecom_changes where kind not like '%.created'")).toBe(0)
  const calls = corp.journal.list()
  expect(calls.length).toBeLessThan(1_000)
  expect(calls.filter(({ errcode }) => errcode !== 0)).toEqual([])
}, 180_000)
