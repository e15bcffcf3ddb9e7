import type { Fault } from './faults.ts'

/** One request in the journal, with its answer. */
export interface JournalEntry {
  /** When the request arrived, in milliseconds since 1970 on the corp's clock. */
  readonly at: number
  readonly method: string
  readonly path: string
  /** Name of the endpoint that the request called. Undefined if the fake corp does not serve the path. */
  readonly endpoint: string | undefined
  /** Query of the request, without tokens and secrets. */
  readonly query: Readonly<Record<string, string>>
  /** Body of the request, parsed if it is JSON. Undefined if the request has no body. */
  readonly body: unknown
  /** HTTP status of the answer. 0 if the connection broke. */
  readonly status: number
  /** The errcode of the answer. Undefined if the call did not reach WeCom, or if the path is unknown. */
  readonly errcode: number | undefined
  /**
   * Kind of the fault that the request got. A request can get both a fault of the call and a fault in the data. In this
   * case, the field contains the kind of the fault of the call.
   */
  readonly fault: Fault['kind'] | undefined
}

/**
 * Largest number of requests in the journal. Without this limit, the journal of a server that runs for days would fill
 * the memory.
 */
const size = 1000

/** The journal: the 1000 most recent requests, oldest first. */
export class Journal {
  #entries: JournalEntry[] = []

  add(entry: JournalEntry): void {
    this.#entries.push(entry)
    if (this.#entries.length > size) this.#entries.shift()
  }

  /**
   * Returns the requests in the journal, oldest first.
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
