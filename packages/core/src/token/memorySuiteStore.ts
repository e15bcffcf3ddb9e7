import type { SuiteStore } from './SuiteStore.ts'

interface Ticket {
  readonly ticket: string
  readonly timestamp: number
  readonly expiresAt: number
}

interface PermanentCode {
  readonly code: string
  readonly timestamp: number
}

/**
 * Creates a suite store in memory, for tests and first steps. Do not use it in production: permanent codes are lost
 * when the process ends, and WeCom does not send them again.
 */
export function memorySuiteStore(): SuiteStore {
  const tickets = new Map<string, Ticket>()
  const corps = new Map<string, Map<string, PermanentCode>>()
  const findTicket = (suiteId: string): Ticket | undefined => {
    const known = tickets.get(suiteId)
    return known && Date.now() < known.expiresAt ? known : undefined
  }
  return {
    getTicket: async (suiteId) => findTicket(suiteId)?.ticket,
    setTicket: async (suiteId, ticket, timestamp, ttl) => {
      if (isLater(findTicket(suiteId), timestamp)) return
      tickets.set(suiteId, { ticket, timestamp, expiresAt: Date.now() + ttl })
    },
    getPermanentCode: async (suiteId, corpId) => corps.get(suiteId)?.get(corpId)?.code,
    setPermanentCode: async (suiteId, corpId, code, timestamp) => {
      const codes = corps.get(suiteId) ?? new Map<string, PermanentCode>()
      corps.set(suiteId, codes)
      if (!isLater(codes.get(corpId), timestamp)) codes.set(corpId, { code, timestamp })
    },
    deletePermanentCode: async (suiteId, corpId, timestamp) => {
      const codes = corps.get(suiteId)
      if (!isLater(codes?.get(corpId), timestamp)) codes?.delete(corpId)
    },
    listCorpIds: async (suiteId) => [...(corps.get(suiteId)?.keys() ?? [])],
  }
}

function isLater(known: { readonly timestamp: number } | undefined, timestamp: number): boolean {
  return known !== undefined && known.timestamp > timestamp
}
