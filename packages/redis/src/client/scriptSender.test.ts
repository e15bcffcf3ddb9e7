import { expect, test, vi } from 'vitest'
import { redisTokenStore } from '../token/redisTokenStore.ts'
import type { IoRedisClient, NodeRedisClient, RedisClient } from './RedisClient.ts'
import { type SendScript, scriptSender } from './scriptSender.ts'

const script = 'return 1'
const sha1 = 'e0e1f9fabfc9d4800c877a703b823ac0578ff8db'
const unknownScript = (): Promise<never> => Promise.reject(new Error('NOSCRIPT No matching script.'))

interface FakeClient<T> {
  readonly client: T
  readonly sent: unknown[][]
}

function ioredis(evalsha: () => Promise<unknown> = async () => 'reply'): FakeClient<IoRedisClient> {
  const sent: unknown[][] = []
  const client: IoRedisClient = {
    eval: async (...args) => sent.push(['eval', ...args]) && 'reply',
    evalsha: (...args) => {
      sent.push(['evalsha', ...args])
      return evalsha()
    },
  }
  return { client, sent }
}

function nodeRedis(evalSha: () => Promise<unknown> = async () => 'reply'): FakeClient<NodeRedisClient> {
  const sent: unknown[][] = []
  const client: NodeRedisClient = {
    eval: async (...args) => sent.push(['eval', ...args]) && 'reply',
    evalSha: (...args) => {
      sent.push(['evalSha', ...args])
      return evalSha()
    },
  }
  return { client, sent }
}

/**
 * Sends the script again and again, until `send` uses the hash of the script instead of its text. Computing the hash
 * takes some time. Then empties `sent`, so that `sent` contains only the commands that the test sends afterwards.
 */
async function warmUp({ client, sent }: FakeClient<RedisClient>): Promise<SendScript> {
  const send = scriptSender('test', client)
  await vi.waitUntil(async () => {
    await send(script, [], []).catch(() => undefined)
    return sent.some(([command]) => command !== 'eval')
  }, 20_000)
  sent.length = 0
  return send
}

test('default: ioredis gets the text of a new script at once, keys and arguments in a row', async () => {
  const { client, sent } = ioredis()
  const reply = scriptSender('test', client)(script, ['k1', 'k2'], ['a', 5])
  expect(sent).toEqual([['eval', script, 2, 'k1', 'k2', 'a', '5']])

  expect(await reply).toBe('reply')
})

test('default: node-redis gets the text of a new script at once, keys and arguments as options', async () => {
  const { client, sent } = nodeRedis()
  const reply = scriptSender('test', client)(script, ['k1', 'k2'], ['a', 5])
  expect(sent).toEqual([['eval', script, { keys: ['k1', 'k2'], arguments: ['a', '5'] }]])

  expect(await reply).toBe('reply')
})

test('default: a client gets the hash of a script that it has sent before, also by another sender', async () => {
  const redis = ioredis()
  await warmUp(redis)
  const reply = scriptSender('other', redis.client)(script, ['k1', 'k2'], ['a', 5])
  expect(redis.sent).toEqual([['evalsha', sha1, 2, 'k1', 'k2', 'a', '5']])

  expect(await reply).toBe('reply')
})

test('behavior: node-redis gets keys and arguments with the hash as options', async () => {
  const redis = nodeRedis()
  const send = await warmUp(redis)
  await send(script, ['k1', 'k2'], ['a', 5])

  expect(redis.sent).toEqual([['evalSha', sha1, { keys: ['k1', 'k2'], arguments: ['a', '5'] }]])
})

test('behavior: a hash that Redis does not know is followed by the text, by ioredis', async () => {
  const redis = ioredis(unknownScript)
  const send = await warmUp(redis)
  expect(await send(script, ['k'], ['a'])).toBe('reply')

  expect(redis.sent[1]).toEqual(['eval', script, 1, 'k', 'a'])
})

test('behavior: a hash that Redis does not know is followed by the text, by node-redis', async () => {
  const redis = nodeRedis(unknownScript)
  const send = await warmUp(redis)
  expect(await send(script, ['k'], ['a'])).toBe('reply')

  expect(redis.sent[1]).toEqual(['eval', script, { keys: ['k'], arguments: ['a'] }])
})

test('error: any other failure is thrown, and nothing is sent again', async () => {
  const redis = ioredis(() => Promise.reject(new Error('READONLY')))
  const send = await warmUp(redis)

  await expect(send(script, [], [])).rejects.toThrow('READONLY')
  expect(redis.sent).toHaveLength(1)
})

test.each<unknown>([undefined, null, 'redis://127.0.0.1', {}, { eval: async () => 1 }])(
  'error: %o is no client',
  (value) => {
    expect(() => redisTokenStore(value as RedisClient)).toThrow(
      'redisTokenStore: client must be a client of ioredis or of redis (node-redis)',
    )
  },
)
