import type { DedupeStore } from './DedupeStore.ts'

/** Far more than arrive within the ten minutes for which they are kept; about 15 MB. */
const maxKeys = 100_000

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/**
 * A de-duplication store in this process' memory, of the newest 100 000 keys. Several processes behind one URL need a
 * shared one.
 */
export function memoryDedupeStore(): DedupeStore {
  const expiries = new Map<string, number>()
  /** A map keeps the order in which keys were set: the oldest, and what has expired, stand in front. */
  const makeRoom = (now: number): void => {
    for (const [key, expiresAt] of expiries) {
      if (now < expiresAt && expiries.size < maxKeys) return
      expiries.delete(key)
    }
  }
  return {
    add: async (key, ttl) => {
      const now = Date.now()
      if (now < (expiries.get(key) ?? 0)) return false
      makeRoom(now)
      expiries.delete(key)
      expiries.set(flatCopy(key), now + ttl)
      return true
    },
    delete: async (key) => {
      expiries.delete(key)
    },
  }
}

/** Engines keep a text that was put together as a tree of its parts, which takes nine times the memory of the text. */
function flatCopy(text: string): string {
  return decoder.decode(encoder.encode(text))
}
