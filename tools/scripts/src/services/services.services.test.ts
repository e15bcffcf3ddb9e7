import { afterAll, expect, test } from 'vitest'
import { startMariaDb, startPostgres, startRedis } from './index.ts'

const stops: (() => Promise<void>)[] = []
afterAll(() => Promise.all(stops.map((stop) => stop())))

test('starts a Redis that comes back empty on the same port', async () => {
  const redis = await startRedis()
  stops.push(() => redis.stop())
  expect(redis.url).toBe(`redis://127.0.0.1:${redis.port}`)
  await redis.kill()
  await redis.restart()
})

test('starts a Postgres', async () => {
  const postgres = await startPostgres()
  stops.push(() => postgres.stop())
  expect(postgres.url).toContain(String(postgres.port))
})

test('starts a MariaDB', async () => {
  const mariaDb = await startMariaDb()
  stops.push(() => mariaDb.stop())
  expect(mariaDb.url).toContain(String(mariaDb.port))
})
