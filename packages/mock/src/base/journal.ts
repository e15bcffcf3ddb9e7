import type { Fault } from './faults.ts'

/** A request that arrived, and the answer to it. */
export interface JournalEntry {
  /** When the request arrived, by the corp's clock, in milliseconds since 1970. */
  readonly at: number
  readonly method: string
  readonly path: string
  /** Name of the endpoint. Undefined for a path that the fake corp does not serve. */
  readonly endpoint: string | undefined
  /** Query of the request, without tokens and secrets. */
  readonly query: Readonly<Record<string, string>>
  /** Body of the request, parsed if it is JSON. Undefined if there is no body. */
  readonly body: unknown
  /** HTTP status of the answer. 0 if the connection broke. */
  readonly status: number
  /** The errcode of the answer. Undefined if the call did not arrive, or its path is unknown. */
  readonly errcode: number | undefined
  /** Fault that struck the request. If a fault of the call and a fault of reads struck, the fault of the call. */
  readonly fault: Fault['kind'] | undefined
}

/** Most requests in the journal. It is limited, because a server may run for days. */
const size = 1000

/** The last thousand requests, oldest first. */
export class Journal {
  #entries: JournalEntry[] = []

  add(entry: JournalEntry): void {
    this.#entries.push(entry)
    if (this.#entries.length > size) this.#entries.shift()
  }

  /**
   * Returns the requests, oldest first.
   *
   * @param endpoint - name or path of an endpoint. Default: requests to all endpoints.
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
