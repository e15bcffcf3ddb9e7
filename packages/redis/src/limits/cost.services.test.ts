import { expect, test } from 'vitest'
import { openLimiters, pass } from '../fixtures/calls.ts'
import { openRedis, sleep } from '../fixtures/openRedis.ts'

const redis = openRedis()

/** Returns the number of scripts that Redis has run since it started. Each script is one round trip. */
async function scriptsRun(): Promise<number> {
  const stats = await redis().admin.info('commandstats')
  const counts = [...stats.matchAll(/^cmdstat_evalsha?:calls=(\d+)/gm)].map(([, count]) => Number(count))
  return counts.reduce((sum, count) => sum + count, 0)
}

test('default: calls one by one cost one round trip each', async () => {
  const [limiter] = await openLimiters(redis(), 1, {})
  await pass(limiter, () => Promise.resolve('loads the script'))
  await sleep(50)
  const before = await scriptsRun()
  for (let count = 0; count < 200; count++) await pass(limiter, () => Promise.resolve('done'))
  await sleep(50)

  const cost = (await scriptsRun()) - before
  // The last one tells that all have ended. On a busy machine a call may begin later than that is told.
  expect(cost).toBeGreaterThanOrEqual(200)
  expect(cost).toBeLessThanOrEqual(2 * 200)
})

test('default: calls that come together cost less', async () => {
  const [limiter] = await openLimiters(redis(), 1, { concurrency: 50 })
  await pass(limiter, () => Promise.resolve('loads the script'))
  await sleep(50)
  const before = await scriptsRun()
  await Promise.all(Array.from({ length: 500 }, () => pass(limiter, () => sleep(20))))
  await sleep(50)

  const cost = (await scriptsRun()) - before
  expect(cost).toBeLessThan(500)
})

test('behavior: a process without calls costs nothing', async () => {
  const [limiter] = await openLimiters(redis(), 1, {})
  await pass(limiter, () => Promise.resolve('done'))
  await sleep(100)
  const before = await scriptsRun()
  await sleep(500)

  expect(await scriptsRun()).toBe(before)
})
