import type { Fault } from './faults.ts'

/** A request to the fake corp, and its answer. */
export interface JournalEntry {
  /** When the request arrived, in milliseconds since 1970 on the corp's clock. */
  readonly at: number
  readonly method: string
  readonly path: string
  /** Name of the endpoint that the request called. Undefined if the fake corp does not serve the path. */
  readonly endpoint: string | undefined
  /** Query of the request, without tokens and secrets. */
  readonly query: Readonly<Record<string, string>>
  /**
   * Body of the request, without secrets. Undefined if the request has no body.
   * - JSON: the parsed value
   * - a form: the names, types and sizes of its files
   * - any other text: the text
   * - more than 64 KiB, but not a form: only the size in bytes, in the field `bytes`
   */
  readonly body: unknown
  /** HTTP status of the answer. 0 if a fault broke the connection. */
  readonly status: number
  /**
   * The errcode of the answer, 0 for success. Undefined in two cases: the path is unknown, or a fault (`reset`,
   * `status`, `html` or `empty`) stopped the request before the fake corp handled it.
   */
  readonly errcode: number | undefined
  /**
   * Kind of the fault that applied to the request, e.g. `lost-answer`. Undefined if no fault applied. If several faults
   * applied, the field contains only one of them, the one that comes first in this list:
   * - a fault that any call can get (`FaultKind`). The settings of `setConditions` also count as such faults: a latency
   *   as `delay`, a random failure as `errcode`.
   * - the fault `lag`
   * - the fault `keeps-listing`
   * - a fault whose name starts with `cursor-`
   */
  readonly fault: Fault['kind'] | undefined
}

// Without a limit, the journal would fill the memory of a server that runs for days.
const size = 1000

/** The journal of a fake corp: its 1000 most recent requests, oldest first. */
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
