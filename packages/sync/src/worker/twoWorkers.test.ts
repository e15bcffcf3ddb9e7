import { createFakeCorp } from '@wecom/mock'
import { listen } from '@wecom/mock/server'
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openDatabase } from '../database/open.ts'
import { modelOf, tablesOf } from '../fixtures/model.ts'
import type { WorkerNews, WorkerOrder } from '../fixtures/workerProcess.ts'

const program = fileURLToPath(new URL('../fixtures/workerProcess.ts', import.meta.url))
const customers = 20_000

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
  const folder = await mkdtemp(join(tmpdir(), 'wecom-workers-'))
  onTestFinished(async () => {
    await server.close()
    await rm(folder, { recursive: true })
  })
  const store = `sqlite:${join(folder, 'corp.db')}`
  const { corpId } = corp
  const order = { store, baseUrl: server.url, corpId, secret: 'fake-secret', epoch: Date.now(), speed: 20 }
  const database = await openDatabase(store)
  onTestFinished(() => database.close())
  const one = startProcess(order)
  const two = startProcess(order)

  await vi.waitFor(
    () => {
      expect(one.count.pages).toBeGreaterThan(20)
      expect(two.count.pages).toBeGreaterThan(20)
    },
    { timeout: 60_000, interval: 5 },
  )
  one.child.kill('SIGKILL')
  await once(one.child, 'exit')
  const value = async (query: string): Promise<unknown> => {
    const statement = sql<Record<string, unknown>>`${sql.raw(query)}`.compile(database.build)
    return Object.values((await database.execute(statement)).rows[0] ?? {})[0]
  }
  // It was in the middle: it holds parts, and much is not read yet.
  expect(Number(await value('select count(*) from wecom_slices where lease_token is not null'))).toBeGreaterThan(0)
  expect(Number(await value('select count(*) from wecom_customers'))).toBeLessThan(customers * 0.9)
  expect([one.count.reports, two.count.reports]).toEqual([[], []])

  await vi.waitFor(() => expect(two.count.reports).toEqual([true]), { timeout: 100_000, interval: 50 })
  two.child.kill('SIGTERM')
  expect(await once(two.child, 'exit')).toEqual([0, null])

  expect(await tablesOf(database)).toEqual(modelOf(corp))
  expect(await value('select count(*) from wecom_customers')).toBe(customers)
  // Neither did anything come twice into the feed.
  for (const kind of ['customers.created', 'follows.created']) {
    const all = await value(`select count(*) from wecom_changes where kind = '${kind}'`)
    expect(all).toBe(await value(`select count(distinct row_key) from wecom_changes where kind = '${kind}'`))
  }
  expect(await value("select count(*) from wecom_changes where kind = 'customers.created'")).toBe(customers)
  expect(await value("select count(*) from wecom_changes where kind not like '%.created'")).toBe(0)
  const calls = corp.journal.list()
  expect(calls.length).toBeLessThan(1_000)
  expect(calls.filter(({ errcode }) => errcode !== 0)).toEqual([])
}, 180_000)
