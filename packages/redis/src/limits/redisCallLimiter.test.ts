import { type AnyEndpoint, listCallbackIpsEndpoint } from '@wecom/core'
import { afterEach, expect, test, vi } from 'vitest'
import type { RedisClient } from '../client/RedisClient.ts'
import type { ExchangeRequest } from './Exchange.ts'
import { redisCallLimiter } from './redisCallLimiter.ts'

afterEach(() => {
  vi.useRealTimers()
})

const client: RedisClient = { eval: async () => undefined, evalsha: async () => undefined }

test.each([
  [{ concurrency: 0 }, 'redisCallLimiter: concurrency must be a positive integer, got 0'],
  [{ lease: 1.5 }, 'redisCallLimiter: lease must be a positive integer, got 1.5'],
  [{ timeout: Number.NaN }, 'redisCallLimiter: timeout must be a positive integer, got NaN'],
  [{ corpId: undefined as never }, 'redisCallLimiter: corpId must be the id of the corp whose calls it limits'],
  [{ corpId: '' }, 'redisCallLimiter: corpId must be the id of the corp whose calls it limits'],
])('error: %o', (options, message) => {
  expect(() => redisCallLimiter(client, { corpId: 'ww1', ...options })).toThrow(message)
})

type Message = Pick<ExchangeRequest, 'id' | 'active' | 'concurrency' | 'lease'>

/**
 * Creates a simulated Redis. The limiter sends it messages. Each message lists the calls that the limiter wants to
 * make, and the simulated Redis always allows the first of them. `keys` and `messages` contain the keys and messages
 * that the simulated Redis received.
 */
function openRedis(): { redis: RedisClient; keys: string[][]; messages: Message[] } {
  const keys: string[][] = []
  const messages: Message[] = []
  const answer = async (_script: string, _count: number, ...args: string[]): Promise<unknown> => {
    keys.push(args.slice(0, 2))
    messages.push(JSON.parse(args[2] ?? '') as Message)
    return ['1', 5, 0, 1, -1, '']
  }
  return { redis: { eval: answer, evalsha: answer }, keys, messages }
}

const endpoint: AnyEndpoint = listCallbackIpsEndpoint
const other: AnyEndpoint = { ...endpoint, path: '/cgi-bin/other' }
const relations = 'wecom:limit:{ww1}:relations'

test('default: each endpoint of a corp has a key and an id of the process, and all endpoints share the key of the follow relations', async () => {
  const { redis, keys, messages } = openRedis()
  const limiter = redisCallLimiter(redis, { corpId: 'ww1' })
  const signal = undefined
  for (const each of [endpoint, other]) expect(await limiter.run(each, async () => 'done', signal, {})).toBe('done')

  expect(keys).toEqual([
    [`wecom:limit:{ww1}:${endpoint.path}`, relations],
    ['wecom:limit:{ww1}:/cgi-bin/other', relations],
  ])
  expect(messages).toMatchObject([
    { concurrency: 5, lease: 10_000 },
    { concurrency: 5, lease: 10_000 },
  ])
  expect(new Set(messages.map(({ id }) => id)).size).toBe(2)
})

test('behavior: calls of one endpoint are counted together', async () => {
  const { redis, messages } = openRedis()
  const limiter = redisCallLimiter(redis, { corpId: 'ww1', concurrency: 2, lease: 500 })
  const end = Promise.withResolvers<string>()
  const first = Promise.withResolvers<void>()
  const call = limiter.run(
    endpoint,
    () => {
      first.resolve()
      return end.promise
    },
    undefined,
    {},
  )
  await first.promise
  await limiter.run(endpoint, async () => 'done', undefined, {})
  end.resolve('done')
  await call

  expect(messages.slice(0, 2)).toMatchObject([
    { active: 0, concurrency: 2, lease: 500 },
    { active: 1, concurrency: 2, lease: 500 },
  ])
})

test('behavior: the prefix is the beginning of every key', async () => {
  const { redis, keys } = openRedis()
  await redisCallLimiter(redis, { corpId: 'ww1', prefix: 'staging:' }).run(endpoint, async () => 'done', undefined, {})

  expect(keys[0]).toEqual([`staging:wecom:limit:{ww1}:${endpoint.path}`, `staging:${relations}`])
})

test('behavior: while Redis does not reply, calls continue, and the client gets no further command', async () => {
  vi.useFakeTimers()
  const send = vi.fn<() => Promise<unknown>>(() => new Promise(() => undefined))
  const limiter = redisCallLimiter({ eval: send, evalsha: send }, { corpId: 'ww1' })
  const relation = { userid: 'zhangsan', external_userid: 'wm1' }
  let ended = 0
  for (let count = 0; count < 100; count++) {
    void limiter.run({ ...endpoint, effect: 'write' }, async () => ended++, undefined, relation)
    await vi.advanceTimersByTimeAsync(2_000)
  }

  expect(ended).toBe(100)
  expect(send).toHaveBeenCalledOnce()
})
