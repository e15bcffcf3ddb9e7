import type { DedupeStore } from './DedupeStore.ts'

// 100,000 keys need about 15 MB of memory. By default, a key is stored for ten minutes, and far fewer events arrive in
// this time.
const maxKeys = 100_000

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/**
 * Creates a store that remembers accepted events in the memory of one process. The store has one key for each event,
 * and keeps at most the newest 100,000 keys. If several processes serve one callback URL, use a shared store instead,
 * such as `redisDedupeStore` of `@wecom/redis`.
 */
export function memoryDedupeStore(): DedupeStore {
  const expiries = new Map<string, number>()
  /**
   * Deletes the oldest keys, up to the first key that has not expired. If the store is full, deletes the oldest key
   * even if it has not expired. A `Map` lists keys in the order of their insertion.
   */
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

function flatCopy(text: string): string {
  // JavaScript engines store a concatenated text as a tree of its parts, which takes nine times the memory of the copy.
  return decoder.decode(encoder.encode(text))
}
