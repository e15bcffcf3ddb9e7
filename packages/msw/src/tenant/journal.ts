import type { FaultKind } from './faults.ts'

/** One request that arrived, and how it was answered. */
export interface JournalEntry {
  /** By the tenant's clock, in milliseconds since 1970. */
  readonly at: number
  readonly method: string
  readonly path: string
  /** Name of the endpoint; undefined for a path that nothing is served on. */
  readonly endpoint: string | undefined
  /** Without tokens and secrets. */
  readonly query: Readonly<Record<string, string>>
  /** Parsed where it is JSON; undefined where there is none. */
  readonly body: unknown
  /** HTTP status; 0 where the connection broke. */
  readonly status: number
  /** What the tenant said; undefined where it was not asked, or its path is unknown. */
  readonly errcode: number | undefined
  /** The fault that struck. */
  readonly fault: FaultKind['kind'] | undefined
}

const size = 1000

/** What arrived, oldest first: the last thousand requests. */
export class Journal {
  /** A ring, of which each place is used again: lists that grow and are cut would show in the server's speed. */
  #ring: JournalEntry[] = []
  /** Where the next one goes; where all places are taken, the oldest is there. */
  #next = 0

  add(entry: JournalEntry): void {
    this.#ring[this.#next] = entry
    this.#next = (this.#next + 1) % size
  }

  /**
   * @param endpoint - name or path: only the requests for it.
   *
   * @example
   * expect(tenant.journal.list('transferContacts')).toHaveLength(1)
   */
  list(endpoint?: string): readonly JournalEntry[] {
    const entries = [...this.#ring.slice(this.#next), ...this.#ring.slice(0, this.#next)]
    return endpoint === undefined
      ? entries
      : entries.filter((entry) => entry.endpoint === endpoint || entry.path === endpoint)
  }

  clear(): void {
    this.#ring = []
    this.#next = 0
  }
}
