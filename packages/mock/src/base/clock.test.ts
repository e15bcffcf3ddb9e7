import { afterEach, expect, test, vi } from 'vitest'
import { Clock, type Duration } from './clock.ts'

afterEach(() => void vi.useRealTimers())

test('stands still until it is moved', () => {
  const clock = new Clock(Date.parse('2026-01-05T01:00:00.500Z'))

  expect(clock.now()).toBe(1_767_574_800_500)
  expect(clock.seconds()).toBe(1_767_574_800)
  clock.advance({ days: 1, hours: 1, minutes: 1, seconds: 1, milliseconds: 1 })
  expect(new Date(clock.now()).toISOString()).toBe('2026-01-06T02:01:01.501Z')
  clock.set('2026-01-07T00:00:00Z')
  expect(new Date(clock.now()).toISOString()).toBe('2026-01-07T00:00:00.000Z')
})

test('what falls due on the way happens in order, each at its moment', () => {
  const clock = new Clock(0)
  const log: string[] = []
  clock.at(30, () => log.push(`late ${clock.now()}`))
  clock.at(10, () => {
    log.push(`early ${clock.now()}`)
    clock.at(20, () => log.push(`after that ${clock.now()}`))
  })
  clock.at(10, () => log.push(`second ${clock.now()}`))
  clock.at(99, () => log.push('never'))
  clock.advance(50)

  expect(log).toEqual(['early 10', 'second 10', 'after that 20', 'late 30'])
  expect(clock.now()).toBe(50)
})

test('refuses an unknown unit', () => {
  const clock = new Clock(1000)

  expect(() => clock.advance({ weeks: 1 } as Duration)).toThrow('weeks is not a unit; use days, hours')
  expect(clock.now()).toBe(1000)
})

test('does not run backwards', () => {
  const clock = new Clock(1000)

  expect(() => clock.set(0)).toThrow('cannot go back to 1970-01-01T00:00:00.000Z; reset the corp instead')
  expect(() => clock.advance(-1)).toThrow(RangeError)
  expect(() => clock.set('soon')).toThrow('cannot be set to soon, which is not a date')
})

test('runs where it is let, as fast as the clock on the wall, and can still be advanced', () => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1000 })
  const clock = new Clock(0)
  const due: number[] = []
  clock.at(15, () => due.push(clock.now()))
  clock.catchUp()
  expect(clock.now()).toBe(0)
  clock.run()
  vi.setSystemTime(1020)
  clock.catchUp()
  expect([clock.now(), ...due]).toEqual([20, 15])
  clock.advance(100)
  vi.setSystemTime(1000)
  clock.catchUp()
  expect(clock.now()).toBe(120)
  vi.setSystemTime(1005)
  clock.restart(0)
  vi.setSystemTime(1007)
  clock.stop()
  vi.setSystemTime(2000)
  clock.catchUp()

  expect([clock.now(), clock.runs]).toEqual([2, false])
})
