import { afterEach, beforeEach, test, vi } from 'vitest'
import { testSuiteStore } from '../testing/testSuiteStore.ts'
import { memorySuiteStore } from './memorySuiteStore.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

testSuiteStore(memorySuiteStore, { test, wait: (milliseconds) => vi.advanceTimersByTimeAsync(milliseconds) })
