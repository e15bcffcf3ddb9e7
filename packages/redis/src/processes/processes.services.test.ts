import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRedis, sleep, until } from '../fixtures/openRedis.ts'
import { startWorkers, type Task, type Worker } from '../fixtures/startWorkers.ts'
import { startTokenServer, type TokenServer } from '../fixtures/tokenServer.ts'

// Real processes, each with its own clock, its own event loop and its own connection.

const redis = openRedis()
let workers: readonly Worker[] = []
const servers: TokenServer[] = []
beforeAll(async () => {
  workers = await startWorkers(8)
})
afterAll(async () => {
  for (const { child } of workers) child.kill('SIGKILL')
  for (const server of servers) await server.close()
})

async function serve(...delays: Parameters<typeof startTokenServer>): Promise<TokenServer> {
  const server = await startTokenServer(...delays)
  servers.push(server)
  return server
}

function taskAt({ url }: TokenServer, timeout?: number): Task {
  return { redisPort: redis().server.port, baseUrl: url, timeout, prefix: `${crypto.randomUUID()}:` }
}

/**
 * Runs a task in all worker processes at the same time. Returns:
 * - `results`: the result of each process, `ok` or the kind of the error
 * - `asking`: the number of processes that requested a token
 * - `failures`: the failed requests to WeCom and the failed operations of the token store
 */
async function runAll(task: Task): Promise<{ results: string[]; asking: number; failures: string[] }> {
  const outcomes = await Promise.all(workers.map(({ run }) => run(task)))
  return {
    results: outcomes.map(({ result }) => result),
    asking: outcomes.filter(({ tokenRequests }) => tokenRequests > 0).length,
    failures: outcomes.flatMap(({ failures }) => failures),
  }
}

const allOk = Array.from({ length: 8 }, () => 'ok')

test('default: of eight processes that start at once, one requests the token', async () => {
  const server = await serve(() => 200)

  expect(await runAll(taskAt(server))).toEqual({ results: allOk, asking: 1, failures: [] })
  expect(server.tokenRequests()).toBe(1)
})

test.concurrent('behavior: one request also if it takes 15 s, three times the lease of the lock', async () => {
  const server = await serve(() => 15_000)

  expect(await runAll(taskAt(server, 20_000))).toEqual({ results: allOk, asking: 1, failures: [] })
  expect(server.tokenRequests()).toBe(1)
})

test.concurrent('behavior: attempts that time out stay with the process that holds the lock', async () => {
  const server = await serve((count) => (count === 1 ? 15_000 : 100))

  expect(await runAll(taskAt(server))).toEqual({
    results: allOk,
    asking: 1,
    failures: ['getAccessToken timeout'],
  })
  // The first attempt ended after the default of 10 s.
  expect(server.tokenRequests()).toBe(2)
})

test('behavior: a process that stood still does not replace the newer token', async () => {
  const server = await serve((count) => (count === 1 ? 1_000 : 0))
  const task = taskAt(server)
  const [late, other] = workers
  if (!late || !other) throw new Error('no process')
  const lateCall = late.run(task)
  await until('the process requests the token', () => server.tokenRequests() === 1)
  late.child.kill('SIGSTOP')
  expect(await other.run(task)).toEqual({ tokenRequests: 1, failures: [], result: 'ok' })
  late.child.kill('SIGCONT')
  expect(await lateCall).toEqual({ tokenRequests: 1, failures: [], result: 'ok' })

  // When all locks are free, the late process has tried to save its own token.
  const keys = await redis().admin.keys(`${task.prefix}*`)
  await until('all locks are free', async () => !(await redis().admin.keys(`${task.prefix}*`)).some(isLock))
  await sleep(100)
  const values = await redis().admin.mget(keys.filter((key) => key.endsWith(':value')))
  expect(values.map((text) => (JSON.parse(text ?? '{}') as { value: string }).value)).toEqual(['t2'])
})

test('behavior: a process that is killed while it holds the lock delays the others by seconds', async () => {
  const server = await serve((count) => (count === 1 ? 60_000 : 100))
  const task = taskAt(server)
  const [holder, ...others] = workers
  if (!holder) throw new Error('no process')
  void holder.run(task)
  await until('the process requests the token', () => server.tokenRequests() === 1)
  const waiting = Promise.all(others.map(({ run }) => run(task)))
  const killedAt = performance.now()
  holder.child.kill('SIGKILL')

  expect((await waiting).map(({ result }) => result)).toEqual(allOk.slice(1))
  // The lease is 5 s.
  expect(performance.now() - killedAt).toBeLessThan(8_000)
  expect(server.tokenRequests()).toBe(2)
})

test('behavior: the place of a killed process is free after the lease', async () => {
  const server = await serve(undefined, (count) => (count === 1 ? 60_000 : 0))
  const task: Task = { ...taskAt(server), limiter: { concurrency: 1, lease: 1_500 } }
  const [killed, other] = workers.slice(1)
  if (!killed || !other) throw new Error('no process')
  void killed.run(task)
  await until('its call is on its way', () => server.otherRequests() === 1)
  const killedAt = performance.now()
  killed.child.kill('SIGKILL')

  expect((await other.run(task)).result).toBe('ok')
  const waited = performance.now() - killedAt
  // The killed process renewed its lease of 1.5 s at most 0.5 s (a third of the lease) before it was killed.
  expect(waited).toBeGreaterThan(900)
  expect(waited).toBeLessThan(5_000)
})

function isLock(key: string): boolean {
  return key.endsWith(':lock')
}
