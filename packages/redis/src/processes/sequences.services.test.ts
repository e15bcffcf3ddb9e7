import * as fc from 'fast-check'
import { type Client, corpToken, createClient, isWeComError } from '@wecom/core'
import { createFakeCorp, type FakeCorp, type FaultKind } from '@wecom/mock'
import { createCorpTags } from '@wecom/tags'
import type { Redis } from 'ioredis'
import { expect, test } from 'vitest'
import type { IoRedisClient } from '../client/RedisClient.ts'
import { openRedis, sleep } from '../fixtures/openRedis.ts'
import { redisCallLimiter } from '../limits/redisCallLimiter.ts'
import { redisTokenStore } from '../token/redisTokenStore.ts'

const redis = openRedis()

/**
 * A Redis connection that the test breaks and repairs with `isBroken`. While `isBroken` is true, all commands fail at
 * once. So the test can simulate thousands of outages without waiting for a real reconnection.
 */
class Connection implements IoRedisClient {
  readonly #redis: Redis
  isBroken = false

  constructor(client: Redis) {
    this.#redis = client
  }

  async eval(script: string, keyCount: number, ...rest: string[]): Promise<unknown> {
    this.#check()
    return this.#redis.eval(script, keyCount, ...rest)
  }

  async evalsha(sha1: string, keyCount: number, ...rest: string[]): Promise<unknown> {
    this.#check()
    return this.#redis.evalsha(sha1, keyCount, ...rest)
  }

  #check(): void {
    if (this.isBroken) throw new Error('Connection is closed.')
  }
}

interface Process {
  readonly client: Client
  readonly connection: Connection
}

/**
 * Creates a client with its own `Connection` to Redis. The client represents one process. Clients of the same corp with
 * the same `prefix` share the token and the call limits in Redis.
 */
function open(corp: FakeCorp, prefix: string): Process {
  const connection = new Connection(redis().admin)
  const client = createClient({
    token: corpToken({ corpId: corp.corpId, secret: 'fake-secret', store: redisTokenStore(connection, { prefix }) }),
    limiter: redisCallLimiter(connection, { corpId: corp.corpId, prefix }),
    fetch: corp.fetch,
    retry: { minDelay: 1, maxDelay: 1 },
  })
  return { client, connection }
}

type Step =
  | { readonly kind: 'call'; readonly process: number; readonly fault: FaultKind | undefined }
  | { readonly kind: 'break' | 'repair'; readonly process: number }

const process = fc.integer({ min: 0, max: 1 })
const fault = fc.constantFrom<FaultKind | undefined>(
  undefined,
  { kind: 'reset' },
  { kind: 'lost-answer' },
  { kind: 'truncate' },
  { kind: 'status', status: 502 },
  { kind: 'errcode', errcode: -1 },
  { kind: 'errcode', errcode: 45033 },
  { kind: 'errcode', errcode: 45009 },
  { kind: 'expire-token' },
)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('call' as const), process, fault }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('break' as const, 'repair' as const), process }) },
)

/**
 * The key is the outcome of a call. The value contains the numbers of tag groups that the call may have created: after
 * an ambiguous outcome, none or one.
 */
const allowed: Readonly<Record<string, readonly number[]>> = { ok: [1], ambiguous: [0, 1], failed: [0] }

async function play(steps: readonly Step[]): Promise<void> {
  const corp = createFakeCorp({ state: 'empty' })
  const prefix = `${crypto.randomUUID()}:`
  const processes = [open(corp, prefix), open(corp, prefix)]
  let groups = 0
  for (const action of steps) {
    const { client, connection } = processes[action.process] ?? expect.fail('no process')
    if (action.kind !== 'call') {
      // After 5 ms most locks are released. If the connection breaks before the release of a lock, the next process
      // waits up to 5 s for this lock.
      await sleep(5)
      connection.isBroken = action.kind === 'break'
      continue
    }
    corp.faults.clear()
    if (action.fault) corp.faults.add({ ...action.fault, endpoint: 'createCorpTags' })
    const name = `group ${++groups}`
    const outcome = await createCorpTags(client, { group_name: name, tag: [{ name: 'gold' }] }).then(
      () => 'ok',
      (error: unknown) => (isWeComError(error) ? (error.ambiguous ? 'ambiguous' : 'failed') : String(error)),
    )
    const createdGroups = corp.tags.groups().filter((group) => group.group_name === name).length
    expect(allowed[outcome], outcome).toContain(createdGroups)
  }
}

test('of 2,000 random histories of two processes, none loses or doubles a call', { timeout: 120_000 }, async () => {
  let played = 0
  const history = fc.array(step, { minLength: 1, maxLength: 12 })
  // Twenty histories run at the same time, because each of them mostly waits for Redis.
  const histories = fc.array(history, { minLength: 20, maxLength: 20 })
  const property = fc.asyncProperty(histories, async (together) => {
    await Promise.all(together.map(play))
    played += together.length
  })
  await fc.assert(property, { numRuns: 100 })

  expect(played).toBe(2_000)
})
