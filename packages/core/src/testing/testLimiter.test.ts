import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { callLimiter } from '../limits/callLimiter.ts'
import type { Limiter } from '../limits/Limiter.ts'
import { testLimiter } from './testLimiter.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** Names of the tests that a limiter fails. */
async function failuresOf(createLimiter: (concurrency: number) => Limiter): Promise<string[]> {
  const tests: { name: string; body: () => Promise<void> }[] = []
  testLimiter(createLimiter, {
    test: (name, body) => tests.push({ name, body }),
    wait: (milliseconds) => vi.advanceTimersByTimeAsync(milliseconds),
  })
  const failed: string[] = []
  for (const { name, body } of tests) await body().catch(() => failed.push(name.replace('limiter: ', '')))
  return failed
}

test('a limiter that limits nothing fails', async () => {
  expect(await failuresOf(() => ({ run: (_endpoint, attempt) => attempt() }))).toEqual([
    'no more calls are on their way than are allowed; the others follow in their order',
    'endpoints are counted each by itself',
    'a call that fails makes room, and its error is handed on',
    'a call that waits ends when it is aborted, and takes no place',
    '45033 halves the calls on their way, once for those that left together',
    'twenty calls that worked let one more be on its way',
    'after 45009 no call is sent for a minute, and errors say until when',
  ])
})

test('a limiter that counts endpoints together fails', async () => {
  const failed = await failuresOf((concurrency) => {
    const limiter = callLimiter({ concurrency })
    return {
      run: (endpoint, attempt, signal, params) =>
        limiter.run({ ...endpoint, path: '/cgi-bin/all' }, attempt, signal, params),
    }
  })
  expect(failed).toContain('endpoints are counted each by itself')
})

test('a limiter that ignores the signal fails', async () => {
  const failed = await failuresOf((concurrency) => {
    const limiter = callLimiter({ concurrency })
    return { run: (endpoint, attempt, _signal, params) => limiter.run(endpoint, attempt, undefined, params) }
  })
  expect(failed).toEqual([
    'a call that waits ends when it is aborted, and takes no place',
    'a call that was aborted before does not wait',
  ])
})
