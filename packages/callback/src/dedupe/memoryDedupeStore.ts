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
  const keys = new ExpiringKeys()
  return {
    add: async (key, ttl) => {
      if (keys.has(key)) return false
      keys.add(key, ttl)
      return true
    },
    delete: async (key) => {
      keys.delete(key)
    },
  }
}

/** Set of keys in memory. Each key has a time after which it expires. The set keeps at most the newest 100,000 keys. */
export class ExpiringKeys {
  readonly #expiries = new Map<string, number>()

  has(key: string): boolean {
    return Date.now() < (this.#expiries.get(key) ?? 0)
  }

  /** @param ttl - milliseconds until the key expires. */
  add(key: string, ttl: number): void {
    const now = Date.now()
    this.#makeRoom(now)
    this.#expiries.delete(key)
    this.#expiries.set(flatCopy(key), now + ttl)
  }

  /** Deletes a key. Returns true if the set contained the key and the key had not expired. */
  delete(key: string): boolean {
    const isKnown = this.has(key)
    this.#expiries.delete(key)
    return isKnown
  }

  /**
   * Deletes the oldest keys, up to the first key that has not expired. If the set is full, deletes the oldest key even
   * if it has not expired. A `Map` lists keys in the order of their insertion.
   */
  #makeRoom(now: number): void {
    for (const [key, expiresAt] of this.#expiries) {
      if (now < expiresAt && this.#expiries.size < maxKeys) return
      this.#expiries.delete(key)
    }
  }
}

function flatCopy(text: string): string {
  // JavaScript engines store a concatenated text as a tree of its parts, which takes nine times the memory of the copy.
  return decoder.decode(encoder.encode(text))
}
