import { type Client, corpToken, createClient, listCallbackIps } from '@wecom/core'
import { afterEach, expect, test } from 'vitest'
import type { RedisClient } from '../client/RedisClient.ts'
import { openRedis, until } from '../fixtures/openRedis.ts'
import { startTokenServer, type TokenServer } from '../fixtures/tokenServer.ts'
import { redisTokenStore } from './redisTokenStore.ts'

const redis = openRedis()
const closes: (() => Promise<void>)[] = []

afterEach(async () => {
  await redis().server.restart()
  await until('the client is connected again', async () => (await redis().admin.ping()) === 'PONG')
  for (const close of closes.splice(0)) await close()
})

interface Corp {
  readonly server: TokenServer
  /** Opens two clients that represent two processes. All clients of this corp use the same token store. */
  readonly openTwo: () => Promise<readonly [Client, Client]>
  /** Names of the store operations that have failed, e.g. `get`. */
  readonly failures: readonly string[]
}

async function openCorp(): Promise<Corp> {
  const server = await startTokenServer()
  closes.push(() => server.close())
  const failures: string[] = []
  const prefix = `${crypto.randomUUID()}:`
  const open = (connection: RedisClient): Client =>
    createClient({
      token: corpToken({ corpId: 'ww1', secret: 's3cret', store: redisTokenStore(connection, { prefix }) }),
      baseUrl: server.url,
      onEvent: (event) => {
        if (event.type === 'store-failure') failures.push(event.operation)
      },
    })
  const openTwo: Corp['openTwo'] = async () => [
    open(await redis().connect('ioredis')),
    open(await redis().connect('node-redis')),
  ]
  return { server, openTwo, failures }
}

test.each(['kill', 'pause'] as const)(
  'default: Redis gone by %s: each process requests its own token, once, and says so',
  async (how) => {
    const { server, openTwo, failures } = await openCorp()
    const clients = await openTwo()
    await redis().server[how]()
    const startedAt = performance.now()
    await Promise.all(clients.map((client) => listCallbackIps(client)))

    // One command of two seconds.
    expect(performance.now() - startedAt).toBeLessThan(4_000)
    await Promise.all(clients.flatMap((client) => Array.from({ length: 10 }, () => listCallbackIps(client))))
    expect(server.tokenRequests()).toBe(2)
    expect(failures).toEqual(['get', 'get'])
  },
)

test('behavior: Redis gone during the wait for a lock ends the wait', async () => {
  const { signal } = new AbortController()
  const store = redisTokenStore(await redis().connect(), { timeout: 500 })
  await store.lock('key', 5_000, signal)
  const outcome = expect(store.lock('key', 5_000, signal)).rejects.toMatchObject({ name: 'TimeoutError' })
  redis().server.pause()

  await outcome
})

test('behavior: Redis back: processes share the token again', async () => {
  const { server, openTwo } = await openCorp()
  const cutOff = await openTwo()
  await redis().server.kill()
  await Promise.all(cutOff.map((client) => listCallbackIps(client)))
  expect(server.tokenRequests()).toBe(2)

  await redis().server.restart()
  const [one, other] = await openTwo()
  await Promise.all([listCallbackIps(one), listCallbackIps(other)])
  expect(server.tokenRequests()).toBe(3)
})

test('behavior: a lock whose reply came too late is freed', async () => {
  const store = redisTokenStore(await redis().connect(), { timeout: 300 })
  const { signal } = new AbortController()
  // Both scripts are known to Redis.
  await (await store.lock('key', 60_000, signal)).release()
  redis().server.pause()
  await expect(store.lock('key', 60_000, signal)).rejects.toMatchObject({ name: 'TimeoutError' })
  redis().server.resume()

  await until('the lock is free', async () => (await redis().admin.keys('*:lock')).length === 0)
  await (await store.lock('key', 60_000, signal)).release()
})
