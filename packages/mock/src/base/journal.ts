import type { Fault } from './faults.ts'

/** One request that arrived, and how it was answered. */
export interface JournalEntry {
  /** By the corp's clock, in milliseconds since 1970. */
  readonly at: number
  readonly method: string
  readonly path: string
  /** Name of the endpoint; undefined for a path that nothing is served on. */
  readonly endpoint: string | undefined
  /** Without tokens and secrets. */
  readonly query: Readonly<Record<string, string>>
  /** Parsed if it is JSON; undefined if there is none. */
  readonly body: unknown
  /** HTTP status; 0 where the connection broke. */
  readonly status: number
  /** The errcode of the answer; undefined if the call did not arrive, or its path is unknown. */
  readonly errcode: number | undefined
  /** The fault that struck; the fault of the call, if one of reads struck, too. */
  readonly fault: Fault['kind'] | undefined
}

/** Enough for a test. Bounded, because a server may run for days. */
const size = 1000

/** The last thousand requests, oldest first. */
export class Journal {
  #entries: JournalEntry[] = []

  add(entry: JournalEntry): void {
    this.#entries.push(entry)
    if (this.#entries.length > size) this.#entries.shift()
  }

  /**
   * @param endpoint - name or path of an endpoint; other requests are left out.
   *
   * @example
   * expect(corp.journal.list('transferContacts')).toHaveLength(1)
   */
  list(endpoint?: string): readonly JournalEntry[] {
    if (endpoint === undefined) return [...this.#entries]
    return this.#entries.filter((entry) => entry.endpoint === endpoint || entry.path === endpoint)
  }

  clear(): void {
    this.#entries = []
  }
}
