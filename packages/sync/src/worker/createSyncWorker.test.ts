import { createCallbackHandler } from '@wecom/callback'
import { isApiError } from '@wecom/core'
import { createFakeCorp } from '@wecom/mock'
import { afterEach, expect, test, vi } from 'vitest'
import type { Time } from '../context.ts'
import { callbackSettings, deliver } from '../fixtures/deliver.ts'
import { modelOf, tablesOf } from '../fixtures/model.ts'
import { createWorld, openWorld, type World, type WorldOptions } from '../fixtures/world.ts'
import type { Report } from '../run/progress.ts'
import { createSyncWorker, startWorker, type SyncWorker, type SyncWorkerOptions } from './createSyncWorker.ts'
import { lastTimeOfDay, parseTimeOfDay } from './nightly.ts'

const workers: SyncWorker[] = []
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.close()))
})

/** Number of times that workers have checked for work and then begun to wait. */
let waits = 0

/**
 * Returns the clock of the fake corp, which only the test moves. `sleep` ends after at most 2 milliseconds of real
 * time. So a waiting worker soon notices that the test has moved the clock.
 */
const timeOf = ({ corp }: World): Time => ({
  now: () => corp.clock.now(),
  measure: async () => {},
  sleep: (_milliseconds, signal) =>
    new Promise((resolve) => {
      waits++
      const wake = (): void => {
        clearTimeout(timer)
        resolve()
      }
      const timer = setTimeout(wake, signal?.aborted ? 0 : 2)
      signal?.addEventListener('abort', wake, { once: true })
    }),
})

type Options = Partial<SyncWorkerOptions> & { readonly time?: Time }

async function start(world: World, { time = timeOf(world), ...options }: Options = {}): Promise<SyncWorker> {
  const required = { store: '', corps: [world.corp.corpId], clientOf: () => world.client }
  const worker = await startWorker(world.database, { ...required, ...options }, time)
  workers.push(worker)
  return worker
}

const until = (check: () => unknown): Promise<unknown> => vi.waitFor(check, { timeout: 20_000, interval: 5 })

/** Waits until the workers have checked for work many times. A test then expects that nothing has happened. */
async function manyChecks(): Promise<void> {
  const end = waits + 20
  await until(() => expect(waits).toBeGreaterThan(end))
}

async function afterFirstRun(
  options: Options = {},
  worldOptions: WorldOptions = {},
): Promise<World & { reports: Report[] }> {
  const world = await createWorld(worldOptions)
  const reports: Report[] = []
  await start(world, { ...options, onReport: (report) => reports.push(report) })
  await until(() => expect(reports).toHaveLength(1))
  return { ...world, reports }
}

/** Lets a customer add a member. Another process receives the event and stores it in the inbox (the table `inbox`). */
async function receive(world: World, wakeups?: SyncWorkerOptions['wakeups']): Promise<void> {
  const { sync } = await openWorld(world.corp, { wrap: () => world.database, wakeups })
  const handle = createCallbackHandler({ ...callbackSettings, receiveIds: [world.corp.corpId], ...sync.inbox() })
  world.corp.people.customerAddsMember({ userid: 'lina', name: '新客户' })
  expect(await deliver(world, handle, world.corp.events.list().at(-1) ?? expect.fail())).toBe(200)
}

test('default: a new corp is read at once, then every night', async () => {
  const { corp, database, reports } = await afterFirstRun({ nightly: '02:30' })
  expect(reports).toMatchObject([{ ok: true, complete: true }])
  expect(await tablesOf(database)).toEqual(modelOf(corp))

  const night = lastTimeOfDay(parseTimeOfDay('02:30'), corp.clock.now()) + 24 * 60 * 60_000
  corp.clock.set(night - 1000)
  corp.journal.clear()
  await manyChecks()
  expect(corp.journal.list()).toEqual([])
  corp.clock.set(night)
  await until(() => expect(reports).toHaveLength(2))
})

test('behavior: a full run deletes events and changes that are kept no longer', async () => {
  const day = 24 * 60 * 60_000
  const retention = { inboxMs: 2 * day, changesMs: 3 * day }
  const world = await afterFirstRun({ retention, on: {} })
  await receive(world)
  const events = "from wecom_inbox where status = 'done'"
  await until(async () => expect(await world.value(`select count(*) ${events}`)).toBe(1))
  const changes = Number(await world.value('select count(*) from wecom_changes'))
  expect(changes).toBeGreaterThan(60)

  world.corp.clock.advance(2 * day - 1)
  await until(() => expect(world.reports).toHaveLength(2))
  expect(await world.value(`select count(*) ${events}`)).toBe(1)
  world.corp.clock.advance(day + 2)
  await until(() => expect(world.reports).toHaveLength(3))
  expect(await world.value(`select count(*) ${events}`)).toBe(0)
  expect(await world.value('select count(*) from wecom_changes')).toBe(0)
})

test('behavior: nothing is run at night where nightly is false', async () => {
  const { corp, reports } = await afterFirstRun({ nightly: false })
  corp.clock.advance({ days: 3 })
  await manyChecks()

  expect(reports).toHaveLength(1)
})

test('behavior: reads what an event has made out of date, and hands the event to its handler', async () => {
  const added = vi.fn<(event: object, context: object) => void>()
  const world = await afterFirstRun({ on: { add_external_contact: added } })
  await receive(world)
  await until(() => expect(added).toHaveBeenCalledTimes(1))

  expect(added.mock.calls[0]?.[1]).toMatchObject({ corpId: world.corp.corpId })
  expect(await tablesOf(world.database)).toEqual(modelOf(world.corp))
})

test('behavior: without handlers events stay for another process, and are read all the same', async () => {
  const world = await afterFirstRun()
  await receive(world)
  await until(async () => expect(await world.value('select count(*) from wecom_dirty')).toBe(0))

  expect(await world.rows('select status from wecom_inbox')).toEqual([{ status: 'new' }])
  expect(await tablesOf(world.database)).toEqual(modelOf(world.corp))
})

test('behavior: a worker without handlers warns once if events wait for handlers', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const world = await afterFirstRun({ nightly: false })
  const readAll = () => until(async () => expect(await world.value('select count(*) from wecom_dirty')).toBe(0))
  await receive(world)
  await readAll()
  // Another process may be about to handle the event.
  expect(warn).not.toHaveBeenCalled()
  for (let hour = 0; hour < 2; hour++) {
    world.corp.clock.advance({ hours: 1 })
    await receive(world)
    await readAll()
    await until(() => expect(warn).toHaveBeenCalled())
  }

  expect(warn.mock.calls).toEqual([
    [
      `@wecom/sync: events of ${world.corp.corpId} wait for handlers, and this worker has none. Pass the handlers to createSyncWorker as \`on\`, or call \`drain\` in the process that passes them to \`inbox\`.`,
    ],
  ])
})

test('behavior: a wake-up ends the wait for the next look', async () => {
  let listener: ((corpId: string) => void) | undefined
  const closed = vi.fn<() => Promise<void>>(async () => {})
  const wakeups = {
    wake: (corpId: string) => listener?.(corpId),
    listen: (one: (corpId: string) => void) => void (listener = one),
    close: closed,
  }
  const world = await createWorld()
  // With this clock, a wait never ends because of time. A wait ends only when its signal aborts, such as after a
  // wake-up.
  const time: Time = {
    now: () => world.corp.clock.now(),
    measure: async () => {},
    sleep: (_milliseconds, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) resolve()
        signal?.addEventListener('abort', () => resolve(), { once: true })
      }),
  }
  const reports: Report[] = []
  const worker = await start(world, { time, wakeups, onReport: (report) => reports.push(report) })
  await until(() => expect(reports).toHaveLength(1))
  await receive(world, wakeups)
  await until(async () => expect(await world.value('select count(*) from wecom_dirty')).toBe(0))

  expect(await tablesOf(world.database)).toEqual(modelOf(world.corp))
  expect(await worker.close()).toBe(true)
  expect(closed).toHaveBeenCalledTimes(1)
})

test('behavior: several workers share a run, and one of them reports it', async () => {
  const world = await createWorld({ state: { generate: { members: 40, customers: 200 } } })
  // Each has a connection of its own; one that closes must leave it to the others.
  const shared = { ...world, database: { ...world.database, close: async () => {} } }
  const reports: Report[] = []
  const pages = [0, 0]
  for (const index of [0, 1]) {
    await start(shared, {
      concurrency: 1,
      onProgress: () => (pages[index] = (pages[index] ?? 0) + 1),
      onReport: (report) => reports.push(report),
    })
  }
  await until(() => expect(reports).toHaveLength(1))
  await manyChecks()

  expect(reports).toMatchObject([{ ok: true }])
  expect(pages[0]).toBeGreaterThan(0)
  expect(pages[1]).toBeGreaterThan(0)
  expect(await tablesOf(world.database)).toEqual(modelOf(world.corp))
  expect(await world.value('select count(*) from wecom_runs')).toBe(1)
})

test('behavior: a run that is read and was not ended is ended by one worker', async () => {
  const world = await createWorld()
  const shared = { ...world, database: { ...world.database, close: async () => {} } }
  await world.sync.run()
  await world.database.execute(world.database.build.updateTable('wecom_runs').set({ ended_at: null }).compile())
  world.corp.journal.clear()
  const reports: Report[] = []
  await Promise.all([1, 2, 3].map(() => start(shared, { onReport: (report) => reports.push(report) })))
  await until(() => expect(reports).toHaveLength(1))
  await manyChecks()

  expect(reports).toMatchObject([{ ok: true, complete: true }])
  expect(world.corp.journal.list()).toEqual([])
})

test('behavior: a worker does not wait for parts that others hold', async () => {
  const world = await createWorld()
  const other = await openWorld(createFakeCorp({ corpId: 'wwother' }), { wrap: () => world.database })
  const { corpId } = world.corp
  // Another worker has begun the run of the first corp, and holds all of it but one part.
  const stop = new AbortController()
  await world.sync.run({ signal: stop.signal, concurrency: 1, onProgress: () => stop.abort() })
  await world.database.execute(
    world.database.build
      .updateTable('wecom_slices')
      .set({ lease_token: 'other', leased_until: new Date(world.corp.clock.now() + 60_000) })
      .where('resource', '!=', 'members')
      .compile(),
  )
  const reports: string[] = []
  await start(world, {
    corps: [corpId, 'wwother'],
    runs: 1,
    clientOf: (one) => (one === corpId ? world.client : other.client),
    onReport: (_report, one) => reports.push(one),
  })
  await until(() => expect(reports).toEqual(['wwother']))
  // Its lease ends, and the worker goes on with the first corp.
  world.corp.clock.advance({ seconds: 60 })
  await until(() => expect(reports).toEqual(['wwother', corpId]))
})

test('behavior: close stops at a checkpoint and releases the leases; the next worker goes on', async () => {
  const world = await createWorld({ state: { generate: { members: 40, customers: 200 } } })
  const shared = { ...world, database: { ...world.database, close: async () => {} } }
  let pages = 0
  const closed = new Promise<boolean>((resolve, reject) => {
    const onProgress = (): void => {
      if (++pages === 6) worker.then((one) => one.close({ timeoutMs: 5_000 })).then(resolve, reject)
    }
    const worker = start(shared, { onProgress })
  })
  expect(await closed).toBe(true)
  const left = Number(await world.value("select count(*) from wecom_slices where status = 'todo'"))
  expect(left).toBeGreaterThan(0)
  expect(await world.value('select count(*) from wecom_slices where lease_token is not null')).toBe(0)
  expect(await world.value('select count(*) from wecom_gaps')).toBe(0)

  const reports: Report[] = []
  await start(shared, { onReport: (report) => reports.push(report) })
  await until(() => expect(reports).toMatchObject([{ ok: true }]))
  expect(await world.value('select count(*) from wecom_runs')).toBe(1)
  expect(await tablesOf(world.database)).toEqual(modelOf(world.corp))
})

test('behavior: close waits for a handler no longer than timeoutMs', async () => {
  const entered = vi.fn<() => Promise<void>>(() => new Promise(() => {}))
  const world = await createWorld()
  const worker = await start(world, { on: { add_external_contact: entered } })
  await receive(world)
  await until(() => expect(entered).toHaveBeenCalledTimes(1))

  expect(await worker.close({ timeoutMs: 50 })).toBe(false)
})

test('behavior: a corp without a client is left to others', async () => {
  const world = await createWorld()
  const clientOf = vi.fn<() => undefined>(() => {})
  await start(world, { clientOf })
  await until(() => expect(clientOf.mock.calls.length).toBeGreaterThan(0))

  expect(await world.value('select count(*) from wecom_runs')).toBe(0)
})

test('error: a corp that fails is told, rests, and holds up no other', async () => {
  const world = await createWorld()
  const failed: [unknown, string | undefined][] = []
  const reports: string[] = []
  // A corp of its own: clients of one corp share its token, and with it what asking for the token gave.
  const wrong = await openWorld(createFakeCorp({ corpId: 'wwother' }), {
    wrap: () => world.database,
    intercept: () => ({ errcode: 40013, errmsg: 'invalid corpid' }),
  })
  await start(world, {
    corps: ['wwother', world.corp.corpId],
    clientOf: (corpId) => (corpId === 'wwother' ? wrong.client : world.client),
    onError: (error, corpId) => failed.push([error, corpId]),
    onReport: (_report, corpId) => reports.push(corpId),
  })
  await until(() => expect(reports).toEqual([world.corp.corpId]))
  await until(() => expect(failed).toHaveLength(1))
  expect(failed[0]?.[1]).toBe('wwother')
  expect(isApiError(failed[0]?.[0], 40013)).toBe(true)

  world.corp.clock.advance({ seconds: 59 })
  await manyChecks()
  expect(failed).toHaveLength(1)
  world.corp.clock.advance({ seconds: 1 })
  await until(() => expect(failed).toHaveLength(2))
  // The second rest is twice as long.
  world.corp.clock.advance({ seconds: 119 })
  await manyChecks()
  expect(failed).toHaveLength(2)
})

test('error: reads of a corp wait for a minute after one that says that none can work', async () => {
  const failed: unknown[] = []
  const added = vi.fn<() => void>()
  let calls = 0
  let isWrong = false
  const world = await afterFirstRun(
    { onError: (error) => failed.push(error), on: { edit_external_contact: added } },
    {
      intercept: () => {
        calls++
        return isWrong ? { errcode: 40013, errmsg: 'invalid corpid' } : undefined
      },
    },
  )
  await until(async () => expect(await world.value('select count(*) from wecom_dirty')).toBe(0))
  isWrong = true
  calls = 0
  const { follows } = world.corp.state()
  const { sync } = await openWorld(world.corp, { wrap: () => world.database })
  const handle = createCallbackHandler({ ...callbackSettings, receiveIds: [world.corp.corpId], ...sync.inbox() })
  for (const { userid, external_userid } of follows.slice(0, 8)) {
    world.corp.people.memberEditsRemark({ userid, external_userid, remark: '老客户' })
    expect(await deliver(world, handle, world.corp.events.list().at(-1) ?? expect.fail())).toBe(200)
  }
  await until(() => expect(failed).toHaveLength(1))
  await manyChecks()
  expect(calls).toBe(1)
  expect(isApiError(failed[0], 40013)).toBe(true)

  world.corp.clock.advance({ seconds: 59 })
  await manyChecks()
  expect(calls).toBe(1)
  isWrong = false
  world.corp.clock.advance({ seconds: 2 })
  await until(() => expect(added).toHaveBeenCalledTimes(8))
  expect(await tablesOf(world.database)).toEqual(modelOf(world.corp))
})

test('error: a database that cannot be read is told, and read again', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const world = await createWorld()
  let isGone = true
  const database: World['database'] = {
    ...world.database,
    execute: async (query) => {
      if (isGone && query.sql.includes('wecom_corps c')) throw new Error('the server has gone away')
      return world.database.execute(query)
    },
  }
  const reports: Report[] = []
  await start({ ...world, database }, { onReport: (report) => reports.push(report) })
  await until(() => expect(log).toHaveBeenCalledWith('@wecom/sync: looking for work failed:', expect.any(Error)))
  isGone = false

  await until(() => expect(reports).toHaveLength(1))
})

test('error: a listener that fails is logged with what it was told', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const world = await createWorld()
  await start(world, {
    clientOf: () => Promise.reject(new Error('no secret')),
    onError: () => Promise.reject(new Error('the log is full')),
  })
  await until(() => expect(log).toHaveBeenCalledTimes(2))

  const line = `@wecom/sync: work for ${world.corp.corpId} failed:`
  expect(log.mock.calls).toEqual([
    [line, new Error('no secret')],
    [line, new Error('the log is full')],
  ])
})

test.each<[string, Partial<SyncWorkerOptions>]>([
  ['createSyncWorker: nightly must be a time of day from 00:00 to 23:59, got 24:00', { nightly: '24:00' }],
  ['createSyncWorker: corps: a corp id must be 1 to 128 ASCII characters, got ""', { corps: [''] }],
  ['createSyncWorker: runs must be a positive integer, got 0', { runs: 0 }],
  ['createSyncWorker: drains must be a positive integer, got 1.5', { drains: 1.5 }],
  ['createSyncWorker: concurrency must be a positive integer, got -1', { concurrency: -1 }],
  ['createSyncWorker: retention.inboxMs must be a positive number, got 0', { retention: { inboxMs: 0 } }],
  ['createSyncWorker: retention.changesMs must be a positive number, got -1', { retention: { changesMs: -1 } }],
  ['createSyncWorker: pollMs must be a positive number, got NaN', { pollMs: NaN }],
])('error: %s', async (message, options) => {
  const started = createSyncWorker({ store: 'sqlite::memory:', clientOf: () => undefined, ...options })
  await expect(started).rejects.toThrow(message)
})

test('nightly: a time of day in China, whatever the zone of the machine', () => {
  const twoOClock = parseTimeOfDay('02:00')
  expect(lastTimeOfDay(twoOClock, Date.parse('2026-11-30T01:59:59.999+08:00'))).toBe(
    Date.parse('2026-11-29T02:00:00+08:00'),
  )
  expect(lastTimeOfDay(twoOClock, Date.parse('2026-11-30T02:00:00+08:00'))).toBe(
    Date.parse('2026-11-30T02:00:00+08:00'),
  )
})
