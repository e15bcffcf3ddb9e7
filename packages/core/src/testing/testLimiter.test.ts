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
    'runs no more calls at once than allowed, and the others later in their order',
    'counts the calls of each endpoint separately',
    'a failed call frees its place, and the caller gets its error',
    'an abort ends the wait of a call, which then takes no place',
    '45033 (too many calls at once) halves the limit, once for calls that were sent together',
    'after 20 successful calls the limit grows by one',
    'after 45009 (too many calls) it sends no call for a minute, and errors contain the end of the pause',
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
  expect(failed).toContain('counts the calls of each endpoint separately')
})

test('a limiter that ignores the signal fails', async () => {
  const failed = await failuresOf((concurrency) => {
    const limiter = callLimiter({ concurrency })
    return { run: (endpoint, attempt, _signal, params) => limiter.run(endpoint, attempt, undefined, params) }
  })
  expect(failed).toEqual([
    'an abort ends the wait of a call, which then takes no place',
    'a call whose signal is already aborted does not wait',
  ])
})
