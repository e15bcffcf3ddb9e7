import * as fc from 'fast-check'
import { Redis } from 'ioredis'
import { RateLimiterRedis } from 'rate-limiter-flexible'
import { Semaphore } from 'redis-semaphore'
import { afterAll, expect, test } from 'vitest'
import { openCall, openLimiters, pass, refusal } from '../fixtures/calls.ts'
import { openRedis, until } from '../fixtures/openRedis.ts'

const redis = openRedis()
const clients: Redis[] = []
afterAll(() => clients.forEach((client) => client.disconnect()))

function connect(): Redis {
  const client = new Redis(redis().server.port, '127.0.0.1')
  clients.push(client)
  return client
}

type OpenCall = ReturnType<typeof openCall>

function countSent(calls: readonly OpenCall[]): number {
  return calls.filter(({ isSent }) => isSent()).length
}

test('redis-semaphore gives as many places after every step of 40 random histories of three processes', async () => {
  const step = fc.record({ process: fc.integer({ min: 0, max: 2 }), does: fc.constantFrom('begin', 'end') })
  const history = fc.array(step, { minLength: 1, maxLength: 25 })
  const client = connect()
  const play = async (steps: readonly { process: number; does: string }[], concurrency: number): Promise<void> => {
    const limiters = await openLimiters(redis(), 3, { concurrency })
    const name = crypto.randomUUID()
    const open: OpenCall[][] = [[], [], []]
    const permits: Semaphore[] = []
    let wanted = 0
    const settle = async (): Promise<void> => {
      // The oracle: as many permits as it gives to those who want one.
      while (permits.length < wanted) {
        const permit = new Semaphore(client, name, concurrency, { acquireAttemptsLimit: 1, refreshInterval: 0 })
        if (!(await permit.tryAcquire())) break
        permits.push(permit)
      }
      await until(`${permits.length} calls on their way`, () => countSent(open.flat()) === permits.length)
    }
    for (const { process, does } of steps) {
      const calls = open[process] ?? []
      const running = calls.findIndex(({ isSent }) => isSent())
      if (does === 'begin') {
        calls.push(openCall(limiters[process]))
        wanted++
      } else if (running >= 0) {
        await calls.splice(running, 1)[0]?.end()
        await permits.pop()?.release()
        wanted--
      }
      await settle()
    }
    for (const permit of permits) await permit.release()
    expect(countSent(open.flat())).toBe(permits.length)
    await Promise.all(open.flat().map(({ end }) => end()))
  }

  await fc.assert(fc.asyncProperty(history, fc.integer({ min: 1, max: 4 }), play), { numRuns: 40, endOnFailure: true })
})

test('a WeCom that counts by rate-limiter-flexible refuses no more calls than were on their way', async () => {
  const wecom = new RateLimiterRedis({ storeClient: connect(), points: 30, duration: 60 })
  const limiters = await openLimiters(redis(), 4, { concurrency: 5 })
  let refused = 0
  const attempt = async (): Promise<string> => {
    try {
      await wecom.consume('corp')
      return 'done'
    } catch {
      refused++
      throw refusal(45009)
    }
  }
  const calls = await Promise.allSettled(Array.from({ length: 200 }, (_, index) => pass(limiters[index % 4], attempt)))

  expect(calls.filter(({ status }) => status === 'fulfilled')).toHaveLength(30)
  expect(refused).toBeGreaterThan(0)
  expect(refused).toBeLessThanOrEqual(5)
})
