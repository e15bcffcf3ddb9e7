/** A call that waits for its place. */
export interface Waiting {
  /** The member and customer whose relation the call changes, '' if it changes none. */
  readonly relation: string
  /** Ends the wait, with or without a place. */
  readonly settle: (outcome: 'place' | 'aborted' | 'shut') => void
}

/** The calls of one endpoint in this process: waiting ones in order, and those under way. */
export class Queue {
  readonly #waiting = new Set<Waiting>()
  /** Relations of the calls under way. */
  readonly #busy = new Set<string>()
  #active = 0

  get active(): number {
    return this.#active
  }

  get length(): number {
    return this.#waiting.size
  }

  /** Relations of the calls under way. */
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

  /** The first calls that may be sent together. Only one call for each relation. */
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

  /** Gives a waiting call its place. */
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

  /** Ends the wait of all calls without a place. */
  shut(): void {
    for (const call of this.#waiting) call.settle('shut')
    this.#waiting.clear()
  }
}
