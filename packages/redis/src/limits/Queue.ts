/** A call that waits until it may be sent. */
export interface Waiting {
  /** The member and customer whose relation the call changes. An empty text if it changes none. */
  readonly relation: string
  /** Ends the wait of the call. `outcome` says whether the call may be sent. */
  readonly settle: (outcome: 'place' | 'aborted' | 'shut') => void
}

/** The calls of one endpoint in this process: the waiting calls in order, and the calls under way. */
export class Queue {
  readonly #waiting = new Set<Waiting>()
  /** Relations of member and customer that calls under way change. */
  readonly #busy = new Set<string>()
  #active = 0

  get active(): number {
    return this.#active
  }

  get length(): number {
    return this.#waiting.size
  }

  /** Relations of member and customer that calls under way change. */
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
   * Returns the first waiting calls that may be sent together. Only one call for each relation of member and customer
   * is among them.
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

  /** Ends the wait of a call, so that it is sent. */
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

  /** Ends the wait of all calls without sending them. */
  shut(): void {
    for (const call of this.#waiting) call.settle('shut')
    this.#waiting.clear()
  }
}
