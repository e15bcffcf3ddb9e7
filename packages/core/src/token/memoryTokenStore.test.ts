import { afterEach, beforeEach, test, vi } from 'vitest'
import { testTokenStore } from '../testing/testTokenStore.ts'
import { memoryTokenStore } from './memoryTokenStore.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

testTokenStore(memoryTokenStore, { test, wait: (milliseconds) => vi.advanceTimersByTimeAsync(milliseconds) })
