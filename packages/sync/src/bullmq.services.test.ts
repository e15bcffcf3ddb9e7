import { createCallbackHandler } from '@wecom/callback'
import { createClient } from '@wecom/core'
import { createFakeCorp } from '@wecom/mock'
import { type RedisServer, startRedis } from '@wecom-tools/scripts/services'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { bullmq } from './bullmq.ts'
import { callbackSettings, deliver } from './fixtures/deliver.ts'
import { modelOf, tablesOf } from './fixtures/model.ts'
import { createWorld, openWorld } from './fixtures/world.ts'
import { databaseTime } from './time.ts'
import { startWorker } from './worker/createSyncWorker.ts'

let redis: RedisServer
beforeAll(async () => {
  redis = await startRedis()
})
afterAll(() => redis.stop())

const until = (check: () => unknown): Promise<unknown> => vi.waitFor(check, { timeout: 20_000, interval: 10 })

function open(queue: string, onError?: (error: unknown) => void): ReturnType<typeof bullmq> {
  const wakeups = bullmq({ connection: { url: redis.url }, queue, onError })
  onTestFinished(() => wakeups.close())
  return wakeups
}

test('default: one of the workers is woken, with the corp', async () => {
  const heard: string[] = []
  for (const name of ['one', 'two']) open('default').listen((corpId) => heard.push(`${name} ${corpId}`))
  open('default').wake('wwfake1')
  await until(() => expect(heard).toHaveLength(1))

  expect(heard[0]).toMatch(/^(one|two) wwfake1$/)
})

test('behavior: wake-ups that no worker has heard are one for each corp', async () => {
  const sender = open('waiting')
  for (let count = 0; count < 20; count++) {
    sender.wake('wwfake1')
    sender.wake('wwfake2')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  const heard: string[] = []
  open('waiting').listen((corpId) => heard.push(corpId))
  await until(() => expect(heard).toHaveLength(2))
  await new Promise((resolve) => setTimeout(resolve, 100))

  expect(heard.toSorted()).toEqual(['wwfake1', 'wwfake2'])
})

test('behavior: a Redis that loses everything costs delay, never data', async () => {
  const corp = createFakeCorp({ startAt: 'now', clock: 'running' })
  const client = createClient({ token: corp.token, fetch: corp.fetch, strict: true })
  const world = await createWorld()
  const store = { ...world.database, close: async () => {} }
  const told: unknown[] = []
  const wakeups = open('flushed', (error) => told.push(error))
  const receiving = await openWorld(corp, { wrap: () => store, wakeups })
  const { corpId } = corp
  const worker = await startWorker(
    store,
    // So rarely that only a wake-up is quick.
    { store: '', corps: [corpId], clientOf: () => client, wakeups: open('flushed', () => {}), pollMs: 6_000 },
    databaseTime(store),
  )
  onTestFinished(async () => {
    await worker.close()
  })
  await until(async () =>
    expect(await world.value('select count(*) from wecom_runs where ended_at is not null')).toBe(1),
  )
  const handle = createCallbackHandler({ ...callbackSettings, receiveIds: [corpId], ...receiving.sync.inbox() })
  const receive = async (name: string): Promise<number> => {
    corp.people.customerAddsMember({ userid: 'lina', name })
    expect(await deliver(receiving, handle, corp.events.list().at(-1) ?? expect.fail())).toBe(200)
    const began = performance.now()
    await until(async () => expect(await world.value('select count(*) from wecom_dirty')).toBe(0))
    return performance.now() - began
  }
  // Workers connect while the first event comes.
  await receive('王一')
  const delays = [await receive('王二'), await receive('王三'), await receive('王四')]
  expect(Math.max(...delays)).toBeLessThan(1_500)

  await redis.kill()
  expect(await receive('王五')).toBeLessThan(15_000)
  expect(told.length).toBeGreaterThan(0)
  await redis.restart()
  expect(await receive('王六')).toBeLessThan(15_000)
  expect(await tablesOf(world.database)).toEqual(modelOf(corp))
})

test('behavior: close ends within seconds while Redis is gone', async () => {
  const wakeups = bullmq({ connection: { url: redis.url }, queue: 'gone', onError: () => {} })
  const heard: string[] = []
  wakeups.listen((corpId) => heard.push(corpId))
  wakeups.wake('wwfake1')
  await until(() => expect(heard).toEqual(['wwfake1']))
  await redis.kill()
  wakeups.wake('wwfake1')
  const began = performance.now()
  await wakeups.close()

  expect(performance.now() - began).toBeLessThan(5_000)
  await redis.restart()
})

test('error: without a listener a failure is logged, once a minute', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const wakeups = bullmq({ connection: { host: '127.0.0.1', port: 1, retryStrategy: () => 10 } })
  wakeups.wake('wwfake1')
  await until(() => expect(log).toHaveBeenCalled())
  await new Promise((resolve) => setTimeout(resolve, 100))
  await wakeups.close()

  expect(log.mock.calls).toEqual([['@wecom/sync: waking workers failed:', expect.any(Error)]])
})
