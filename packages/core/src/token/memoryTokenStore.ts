import type { TokenStore } from './TokenStore.ts'

/** Creates a token store in memory. Token sources with the same store share tokens. */
export function memoryTokenStore(): TokenStore {
  const entries = new Map<string, { value: string; expiresAt: number }>()
  return {
    get: async (key) => {
      const entry = entries.get(key)
      if (!entry || Date.now() < entry.expiresAt) return entry?.value
      entries.delete(key)
      return undefined
    },
    set: async (key, value, ttl) => {
      entries.set(key, { value, expiresAt: Date.now() + ttl })
    },
    deleteIfEqual: async (key, value) => {
      if (entries.get(key)?.value === value) entries.delete(key)
    },
  }
}
