import { createClient, type Limiter, type WeComApiError } from '@wecom/core'
import { createFakeCorp } from '@wecom/mock'
import { createCorpTags, markCustomerTags } from '@wecom/tags'
import { listContactIds } from '@wecom/contacts'
import { expect, test } from 'vitest'
import { endpoint, Gauge, openCall, openLimiter, openLimiters, pass, refusal } from '../fixtures/calls.ts'
import { openRedis, sleep, until } from '../fixtures/openRedis.ts'

const redis = openRedis()

interface Lane {
  readonly blockedUntil: number
  readonly epoch: number
}

/**
 * Returns two functions, which read and write the lane of a corp. The lane is the data in Redis about the limits of one
 * endpoint.
 */
function laneOf(corpId: string): { read: () => Promise<Lane>; write: (lane: Lane) => Promise<unknown> } {
  const key = `wecom:limit:{${corpId}}:${endpoint.path}`
  return {
    read: async () => JSON.parse((await redis().admin.get(key)) ?? '{"blockedUntil":0,"epoch":0}') as Lane,
    write: (lane) => redis().admin.set(key, JSON.stringify(lane), 'KEEPTTL'),
  }
}

/** Makes a call that WeCom refuses with 45009 (calls too often). Returns the error of the call. */
function refuse(limiter: Limiter | undefined): Promise<WeComApiError> {
  return pass(limiter, () => Promise.reject(refusal(45009))).catch((error: WeComApiError) => error)
}

test('default: all processes together have no more calls on their way than are allowed', async () => {
  const gauge = new Gauge()
  const limiters = await openLimiters(redis(), 4, { concurrency: 3 })
  const calls = limiters.flatMap((limiter) => Array.from({ length: 10 }, () => pass(limiter, () => gauge.call(5))))

  expect(await Promise.all(calls)).toEqual(Array.from({ length: 40 }, () => 'done'))
  expect(gauge.most).toBe(3)
})

test.each([
  [1_000, 4, 3],
  [1_000, 8, 5],
  [300, 3, 1],
])('default: of %i calls of %i processes, %i at once, each has half its share', async (total, count, concurrency) => {
  const limiters = await openLimiters(redis(), count, { concurrency })
  const calls = limiters.map(() => 0)
  let left = total
  const work = async (limiter: Limiter, process: number): Promise<void> => {
    while (left > 0) {
      left--
      await pass(limiter, () => sleep(2))
      calls[process] = (calls[process] ?? 0) + 1
    }
  }
  await Promise.all(limiters.flatMap((limiter, process) => Array.from({ length: 8 }, () => work(limiter, process))))

  expect(calls.reduce((sum, one) => sum + one)).toBe(total)
  expect(Math.min(...calls)).toBeGreaterThanOrEqual(total / count / 2)
})

test('behavior: calls of one process are sent in the order in which they came, beside another process', async () => {
  const [one, other] = await openLimiters(redis(), 2, { concurrency: 2 })
  const sent: number[] = []
  const send = async (index: number): Promise<void> => {
    sent.push(index)
    await sleep(1)
  }
  await Promise.all(
    Array.from({ length: 60 }, (_, index) => [pass(one, () => send(index)), pass(other, () => sleep(2))]).flat(),
  )

  expect(sent).toEqual(Array.from({ length: 60 }, (_, index) => index))
})

test('behavior: 45033 of one process reduces the limit of all processes', async () => {
  const corpId = crypto.randomUUID()
  const limiters = await openLimiters(redis(), 3, { corpId, concurrency: 4 })
  await expect(pass(limiters[0], () => Promise.reject(refusal(45033)))).rejects.toMatchObject({ errcode: 45033 })
  await until('Redis knows', async () => (await laneOf(corpId).read()).epoch === 1)
  const open = limiters.flatMap((limiter) => [openCall(limiter), openCall(limiter)])
  const sent = (): number => open.filter(({ isSent }) => isSent()).length
  await until('two calls are on their way', () => sent() === 2)
  await sleep(200)

  expect(sent()).toBe(2)
  await Promise.all(open.map(({ end }) => end()))
})

test('behavior: 45009 of one process stops all of them; as soon as it has opened, for an hour', async () => {
  const corpId = crypto.randomUUID()
  const lane = laneOf(corpId)
  const [one, other] = await openLimiters(redis(), 2, { corpId })
  const before = Date.now()
  await refuse(one)
  await until('Redis knows', async () => (await lane.read()).blockedUntil > 0)

  const stopped = await pass(other, () => Promise.resolve('sent')).catch((error: unknown) => error)
  expect(stopped).toMatchObject({ kind: 'api', errcode: 45009, errmsg: 'refused', ambiguous: false })
  const { retryAt = 0 } = stopped as WeComApiError
  expect(retryAt - before).toBeGreaterThan(59_000)
  expect(retryAt - before).toBeLessThan(80_000)

  // The block in Redis ended a second ago. A new process, which did not see this block, makes the next call. WeCom
  // refuses this call as well.
  await lane.write({ ...(await lane.read()), blockedUntil: Date.now() - 1_000 })
  const third = await openLimiter(redis(), { corpId })
  const hour = 3_600_000
  expect(((await refuse(third)).retryAt ?? 0) - Date.now()).toBeGreaterThan(hour - 10_000)
  await until('Redis knows', async () => (await lane.read()).blockedUntil > Date.now() + hour - 10_000)
})

test('behavior: a call that takes longer than the lease keeps its place', async () => {
  const [one, other] = await openLimiters(redis(), 2, { concurrency: 1, lease: 300 })
  const long = openCall(one)
  await until('the first call is on its way', long.isSent)
  const next = openCall(other)
  await sleep(1_000)
  expect(next.isSent()).toBe(false)

  await long.end()
  await until('the second call is on its way', next.isSent)
  await next.end()
})

test('behavior: tags of one customer are changed one after the other, those of others meanwhile', async () => {
  const corp = createFakeCorp()
  corp.limits.add({ kind: 'conflict' })
  const limiters = await openLimiters(redis(), 4, { concurrency: 10 })
  const clients = limiters.map((limiter) =>
    createClient({ token: corp.token, fetch: corp.fetch, limiter, retry: false }),
  )
  const [client = expect.fail('no client')] = clients
  const { tag_group } = await createCorpTags(client, { group_name: 'level', tag: [{ name: 'gold' }] })
  const [tag = expect.fail('no tag')] = tag_group.tag
  const userid = 'wangfang'
  const { external_userid } = await listContactIds(client, { userid })
  corp.faults.setConditions({ latency: 20 })
  const calls = clients.flatMap((one) =>
    external_userid
      .slice(0, 2)
      .flatMap((customer) =>
        Array.from({ length: 5 }, () =>
          markCustomerTags(one, { userid, external_userid: customer, add_tag: [tag.id] }),
        ),
      ),
  )

  // Without the order, calls would fail with 45035.
  expect(await Promise.all(calls)).toHaveLength(40)
})
