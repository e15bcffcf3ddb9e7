import type { DedupeStore } from './DedupeStore.ts'

// 100,000 keys need about 25 MB of memory. By default, a key is stored for ten minutes, and far fewer events arrive in
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
    add: async (key, ttl, owner) => {
      if (keys.has(key)) return false
      keys.add(key, ttl, owner)
      return true
    },
    delete: async (key, owner) => {
      keys.delete(key, owner)
    },
  }
}

interface Entry {
  readonly expiresAt: number
  readonly owner: string | undefined
}

/** Set of keys in memory. Each key has a time after which it expires. The set keeps at most the newest 100,000 keys. */
export class ExpiringKeys {
  readonly #entries = new Map<string, Entry>()

  has(key: string): boolean {
    return Date.now() < (this.#entries.get(key)?.expiresAt ?? 0)
  }

  /** @param ttl - milliseconds until the key expires. */
  add(key: string, ttl: number, owner?: string): void {
    const now = Date.now()
    this.#makeRoom(now)
    this.#entries.delete(key)
    this.#entries.set(flatCopy(key), { expiresAt: now + ttl, owner: owner && flatCopy(owner) })
  }

  ownerOf(key: string): string | undefined {
    return this.has(key) ? this.#entries.get(key)?.owner : undefined
  }

  /**
   * Deletes a key, unless it has another owner. Returns true if the set contained the key and the key had not expired.
   */
  delete(key: string, owner?: string): boolean {
    const isKnown = this.has(key)
    const other = this.#entries.get(key)?.owner
    if (owner === undefined || other === undefined || other === owner) this.#entries.delete(key)
    return isKnown
  }

  /**
   * Deletes the oldest keys, up to the first key that has not expired. If the set is full, deletes the oldest key even
   * if it has not expired. A `Map` lists keys in the order of their insertion.
   */
  #makeRoom(now: number): void {
    for (const [key, { expiresAt }] of this.#entries) {
      if (now < expiresAt && this.#entries.size < maxKeys) return
      this.#entries.delete(key)
    }
  }
}

function flatCopy(text: string): string {
  // JavaScript engines store a concatenated text as a tree of its parts, which takes nine times the memory of the copy.
  return decoder.decode(encoder.encode(text))
}
