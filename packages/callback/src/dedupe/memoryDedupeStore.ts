import type { DedupeStore } from './DedupeStore.ts'

/** Far more than arrive within ten minutes; about 15 MB. */
const maxKeys = 100_000

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/**
 * Creates a de-duplication store in memory, with the newest 100 000 keys. Several processes behind one URL need a
 * shared store.
 */
export function memoryDedupeStore(): DedupeStore {
  const expiries = new Map<string, number>()
  /** Removes old keys. A map keeps the order in which keys were set, so the oldest and expired ones come first. */
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

/** Copies a text. Engines store a concatenated text as a tree of its parts, which takes nine times the memory. */
function flatCopy(text: string): string {
  return decoder.decode(encoder.encode(text))
}
