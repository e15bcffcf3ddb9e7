import { execFile } from 'node:child_process'
import { connect } from 'node:net'
import { promisify } from 'node:util'
import { afterAll, expect, test, vi } from 'vitest'
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

test('a Redis that starts again and again adds no listener to the process', async () => {
  const redis = await startRedis()
  stops.push(() => redis.stop())
  const listeners = process.listenerCount('exit')
  await redis.restart()
  await redis.restart()
  expect(process.listenerCount('exit')).toBe(listeners)
})

test('programs end together with the process that started them', async () => {
  const code = `
    const { startRedis } = await import(${JSON.stringify(new URL('index.ts', import.meta.url).href)})
    const redis = await startRedis()
    await redis.restart()
    process.stdout.write(String(redis.port), () => process.exit())`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code])
  const port = Number(stdout)
  expect(port).toBeGreaterThan(0)
  await vi.waitUntil(async () => !(await canConnectTo(port)), { timeout: 10_000 })
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

function canConnectTo(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}
