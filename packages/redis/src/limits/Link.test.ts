import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Link, type LimiterEvent } from './Link.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function openLink(): { link: Link; events: LimiterEvent[] } {
  const events: LimiterEvent[] = []
  return { link: new Link((event) => events.push(event)), events }
}

test('default: Redis answers, one process is known, and nothing is told', () => {
  const { link, events } = openLink()
  expect(link).toMatchObject({ isLost: false, processes: 1, retryIn: 0 })
  link.succeed(3)

  expect(link).toMatchObject({ isLost: false, processes: 3, retryIn: 0 })
  expect(events).toEqual([])
})

test('behavior: a loss and a return are told once each', () => {
  const { link, events } = openLink()
  link.fail(new TypeError('closed'))
  link.fail(new RangeError('closed'))
  expect(link.isLost).toBe(true)
  link.succeed(2)
  link.succeed(2)

  expect(link.isLost).toBe(false)
  expect(events).toEqual([{ type: 'redis-lost', errorName: 'TypeError' }, { type: 'redis-back' }])
})

test('behavior: each failure puts the next attempt off for a second', () => {
  const { link } = openLink()
  link.fail(new Error('closed'))
  vi.advanceTimersByTime(400)
  expect(link.retryIn).toBe(600)
  link.fail(new Error('closed'))
  expect(link.retryIn).toBe(1_000)
  vi.advanceTimersByTime(1_500)

  expect(link.retryIn).toBe(0)
})

test('behavior: something thrown that is no error is named by its type', () => {
  const { link, events } = openLink()
  link.fail('closed')

  expect(events).toEqual([{ type: 'redis-lost', errorName: 'string' }])
})

test.each([
  ["NOPERM User app has no permissions to run the 'eval' command", 'NOPERM'],
  ["READONLY You can't write against a read only replica.", 'READONLY'],
  ["OOM command not allowed when used memory > 'maxmemory'.", 'OOM'],
  ['connect ECONNREFUSED 127.0.0.1:6379', undefined],
  ['Socket closed unexpectedly', undefined],
  ['A key was lost', undefined],
])('behavior: the error "%s" has the code %s', (message, redisCode) => {
  const { link, events } = openLink()
  link.fail(new Error(message))

  expect(events).toEqual([{ type: 'redis-lost', errorName: 'Error', redisCode }])
})
