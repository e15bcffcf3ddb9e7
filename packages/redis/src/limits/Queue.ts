/** A call that waits until the limiter sends it. */
export interface Waiting {
  /** Follow relation (a member and a customer) that the call changes. An empty text if the call changes none. */
  readonly relation: string
  /**
   * Ends the wait of the call. The outcome is `place` if the call may be sent, `aborted` if its signal aborted, or
   * `shut` if WeCom blocks the endpoint.
   */
  readonly settle: (outcome: 'place' | 'aborted' | 'shut') => void
}

/** Calls of one endpoint in this process: waiting calls in order, and calls under way. */
export class Queue {
  readonly #waiting = new Set<Waiting>()
  /** Follow relations (a member and a customer) that are being changed by calls under way. */
  readonly #busy = new Set<string>()
  #active = 0

  get active(): number {
    return this.#active
  }

  get length(): number {
    return this.#waiting.size
  }

  /** Follow relations (a member and a customer) that are being changed by calls under way. */
  get busy(): string[] {
    return [...this.#busy]
  }

  add(call: Waiting): void {
    this.#waiting.add(call)
  }

  remove(call: Waiting): void {
    this.#waiting.delete(call)
  }

  has(call: Waiting): boolean {
    return this.#waiting.has(call)
  }

  /**
   * Returns the first waiting calls that may be sent at the same time. The list contains at most one call for each
   * follow relation (a member and a customer). It contains no call for a relation that is being changed by a call under
   * way.
   *
   * @param count - maximum number of calls in the list.
   */
  first(count: number): Waiting[] {
    const relations = new Set(this.#busy)
    const calls: Waiting[] = []
    for (const call of this.#waiting) {
      if (calls.length === count) break
      if (relations.has(call.relation)) continue
      if (call.relation !== '') relations.add(call.relation)
      calls.push(call)
    }
    return calls
  }

  /** Ends the wait of a call. The call may now be sent, and counts as under way. */
  letIn(call: Waiting): void {
    this.#waiting.delete(call)
    this.#active++
    if (call.relation !== '') this.#busy.add(call.relation)
    call.settle('place')
  }

  leave({ relation }: Waiting): void {
    this.#active--
    this.#busy.delete(relation)
  }

  /**
   * Ends the wait of all waiting calls, because WeCom blocks the endpoint. These calls are not sent. Each of them fails
   * with 45009 (calls too often).
   */
  shut(): void {
    for (const call of this.#waiting) call.settle('shut')
    this.#waiting.clear()
  }
}
