import { afterEach, beforeEach, test, vi } from 'vitest'
import { testDedupeStore } from '../testing/testDedupeStore.ts'
import { memoryDedupeStore } from './memoryDedupeStore.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

testDedupeStore(memoryDedupeStore, { test, wait: (milliseconds) => vi.advanceTimersByTimeAsync(milliseconds) })
