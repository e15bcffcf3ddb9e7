import { type AnyEndpoint, type Limiter, listCallbackIpsEndpoint, WeComApiError } from '@wecom/core'
import { expect, test } from 'vitest'
import { scriptSender } from '../client/scriptSender.ts'
import { clientThatSendsTwice } from '../fixtures/brokenConnection.ts'
import { openCall, openLimiter, openLimiters, pass, refusal } from '../fixtures/calls.ts'
import { openRedis, sleep, until } from '../fixtures/openRedis.ts'
import { exchange } from './Exchange.ts'
import type { LimiterEvent } from './Link.ts'
import { redisCallLimiter } from './redisCallLimiter.ts'

const redis = openRedis()

const writing: AnyEndpoint = { ...listCallbackIpsEndpoint, effect: 'write' }

const otherWriting: AnyEndpoint = { ...writing, path: '/cgi-bin/other' }

interface StoredLane {
  readonly processes: Record<string, { seen: number; lease: number; active: number; waiting: number; turn: number }>
  blockedUntil: number
}

/**
 * Changes the data that Redis stores about one endpoint. For instance, tests change times in the data, because they
 * cannot move the clock of Redis.
 */
async function editLane(corpId: string, change: (lane: StoredLane) => void): Promise<void> {
  const key = `wecom:limit:{${corpId}}:${writing.path}`
  const lane = JSON.parse((await redis().admin.get(key)) ?? '') as StoredLane
  change(lane)
  await redis().admin.set(key, JSON.stringify(lane), 'KEEPTTL')
}

/**
 * Sends a call through the limiter. The limiter treats the call as a change of the follow relation between `userid` and
 * `external_userid`.
 */
function changeRelation(
  limiter: Limiter | undefined,
  userid: string,
  external_userid: string,
  attempt: () => Promise<string> = async () => 'done',
  endpoint: AnyEndpoint = writing,
): Promise<string> {
  if (!limiter) throw new Error('no limiter')
  return limiter.run(endpoint, attempt, undefined, { userid, external_userid })
}

/**
 * Starts a call that changes a follow relation, and waits until the limiter lets it begin. The call is under way until
 * the test calls the returned function `end`.
 */
async function holdRelation(
  limiter: Limiter | undefined,
  userid: string,
  external_userid: string,
): Promise<{ end: () => Promise<string> }> {
  const sent = Promise.withResolvers<void>()
  const answer = Promise.withResolvers<string>()
  const call = changeRelation(limiter, userid, external_userid, () => {
    sent.resolve()
    return answer.promise
  })
  await sent.promise
  return {
    end: () => {
      answer.resolve('done')
      return call
    },
  }
}

/** Makes a call that WeCom refuses with 45009 (calls too often). Returns how long the block lasts, in milliseconds. */
async function block(limiter: Limiter | undefined): Promise<number> {
  const error = await pass(limiter, () => Promise.reject(refusal(45009))).catch((reason: unknown) => reason)
  return ((error as WeComApiError).retryAt ?? 0) - Date.now()
}

test('behavior: half of a surrogate pair, in a message of WeCom or in an id, does not stop the exchange', async () => {
  const events: LimiterEvent[] = []
  const limiters = await openLimiters(redis(), 2, { onEvent: (event) => events.push(event) })
  expect(await changeRelation(limiters[0], 'u\ud83d', 'w')).toBe('done')
  const cutOff = new WeComApiError(writing, 45009, 'api freq out of limit, name \ud83d', false)
  await expect(pass(limiters[0], () => Promise.reject(cutOff))).rejects.toMatchObject({ errcode: 45009 })
  const call = (): Promise<unknown> => pass(limiters[1], async () => 'done').catch((error: unknown) => error)
  await until('the other process knows of the block', async () => (await call()) !== 'done')

  expect(await call()).toMatchObject({ errcode: 45009, errmsg: 'api freq out of limit, name \ufffd' })
  expect(events).toEqual([])
})

test.each([
  ['late, about a refusal during the block: a minute', 40_000, 60_000],
  ['in time, about a refusal after the block: an hour', 60_000, 3_600_000],
])('behavior: a report %s', async (_what, blockedMs, length) => {
  const corpId = crypto.randomUUID()
  const [limiter] = await openLimiters(redis(), 1, { corpId })
  await block(limiter)
  // The block ended ten seconds ago. The limiter has reported it by then.
  await until(
    'Redis has the block',
    async () => (await redis().admin.get(`wecom:limit:{${corpId}}:${writing.path}`)) !== null,
  )
  await editLane(corpId, (lane) => (lane.blockedUntil -= 70_000))
  const keys = [`wecom:limit:{${corpId}}:${writing.path}`, `wecom:limit:{${corpId}}:relations`]
  const request = { id: 'other', lease: 9_000, concurrency: 5, width: 5, epoch: 0, active: 0, worked: 0 }
  const news = {
    epochOf45033: -1,
    blockedMs,
    errmsg: '',
    changesRelations: false,
    relationsInUse: [],
    waitingCalls: [],
  }
  const reply = await exchange(scriptSender('test', redis().admin), keys, { ...request, ...news })

  expect(reply.blockedMs).toBeGreaterThan(length - 5_000)
  expect(reply.blockedMs).toBeLessThanOrEqual(length)
})

test('behavior: a call does not wait for itself if the client sends each command twice', async () => {
  const limiter = redisCallLimiter(clientThatSendsTwice(redis().admin), { corpId: crypto.randomUUID(), lease: 30_000 })
  const startedAt = performance.now()
  expect(await changeRelation(limiter, 'u', 'w')).toBe('done')

  expect(performance.now() - startedAt).toBeLessThan(10_000)
})

test('behavior: a call holds its follow relation although the process makes calls of other endpoints', async () => {
  const [one, other] = await openLimiters(redis(), 2, {})
  const first = await holdRelation(one, 'u', 'w')
  await changeRelation(one, 'u2', 'w2', undefined, otherWriting)
  const order: string[] = []
  const second = changeRelation(other, 'u', 'w', async () => (order.push('second'), 'done'), otherWriting)
  await changeRelation(one, 'u3', 'w3', undefined, otherWriting)
  await sleep(300)
  order.push('end of the first')
  await first.end()
  await second

  expect(order).toEqual(['end of the first', 'second'])
})

test('behavior: a process with a shorter lease does not end the holds and calls of others', async () => {
  const corpId = crypto.randomUUID()
  const [one, other] = await openLimiters(redis(), 2, { corpId, concurrency: 1 })
  const short = await openLimiter(redis(), { corpId, concurrency: 1, lease: 200 })
  const first = await holdRelation(one, 'u', 'w')
  await changeRelation(short, 'u2', 'w2', undefined, otherWriting)
  const order: string[] = []
  await sleep(500)
  const second = changeRelation(other, 'u', 'w', async () => (order.push('same relation'), 'done'), otherWriting)
  const third = pass(short, async () => order.push('same endpoint'))
  await sleep(300)
  order.push('end of the first')
  await first.end()
  await Promise.all([second, third])

  expect(order[0]).toBe('end of the first')
  expect(order).toHaveLength(3)
})

test('behavior: a call counts for a lease of several minutes', async () => {
  const corpId = crypto.randomUUID()
  const [one, other] = await openLimiters(redis(), 2, { corpId, concurrency: 1, lease: 600_000 })
  const first = openCall(one)
  await until('the first call is sent', first.isSent)
  // Two minutes pass.
  await editLane(corpId, (lane) => {
    for (const process of Object.values(lane.processes)) process.seen -= 120_000
  })
  const second = openCall(other)
  await sleep(300)
  expect(second.isSent()).toBe(false)

  await first.end()
  await second.end()
})

test('behavior: after the clock of Redis went back, calls and relations of a dead process end with its lease', async () => {
  const corpId = crypto.randomUUID()
  const events: LimiterEvent[] = []
  const limiter = await openLimiter(redis(), { corpId, concurrency: 1, onEvent: (event) => events.push(event) })
  await changeRelation(limiter, 'u', 'w')
  const seen = Date.now() + 3_600_000
  await editLane(corpId, ({ processes }) => {
    processes['dead'] = { seen, lease: 500, active: 1, waiting: 0, turn: 1 }
  })
  const relations = { 'u w': { id: 'dead', seen, lease: 500 } }
  await redis().admin.set(`wecom:limit:{${corpId}}:relations`, JSON.stringify(relations))
  const startedAt = performance.now()
  expect(await changeRelation(limiter, 'u', 'w')).toBe('done')

  expect(performance.now() - startedAt).toBeGreaterThan(400)
  expect(events).toEqual([])
})

test('behavior: after the clock of Redis went back, a block is not longer than before', async () => {
  const corpId = crypto.randomUUID()
  const [one, other] = await openLimiters(redis(), 2, { corpId })
  expect(await block(one)).toBeLessThan(80_000)
  await until('Redis knows', async () => {
    let isKnown = false
    await editLane(corpId, (lane) => {
      isKnown = lane.blockedUntil > Date.now()
      if (isKnown) lane.blockedUntil += 7_200_000
    })
    return isKnown
  })

  expect(await block(other)).toBeLessThan(80_000)
})
