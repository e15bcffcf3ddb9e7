import type { DedupeStore } from './DedupeStore.ts'

/** A de-duplication store in this process' memory. Several processes behind one URL need a shared one. */
export function memoryDedupeStore(): DedupeStore {
  const expiries = new Map<string, number>()
  /** A map keeps the order in which keys were set: what has expired stands in front. */
  const dropExpired = (now: number): void => {
    for (const [key, expiresAt] of expiries) {
      if (now < expiresAt) return
      expiries.delete(key)
    }
  }
  return {
    add: async (key, ttl) => {
      const now = Date.now()
      dropExpired(now)
      if (now < (expiries.get(key) ?? 0)) return false
      expiries.delete(key)
      expiries.set(key, now + ttl)
      return true
    },
    delete: async (key) => {
      expiries.delete(key)
    },
  }
}
