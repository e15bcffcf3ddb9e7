/** A call that waits for its place. */
export interface Waiting {
  /** The member and customer whose relation the call changes, '' if it changes none. */
  readonly relation: string
  /** Ends the waiting: with a place, or without. */
  readonly settle: (outcome: 'place' | 'aborted' | 'shut') => void
}

/** The calls of one endpoint in this process: those that wait, first come, first served, and those on their way. */
export class Queue {
  readonly #waiting = new Set<Waiting>()
  /** Relations of the calls on their way. */
  readonly #busy = new Set<string>()
  #active = 0

  get active(): number {
    return this.#active
  }

  get length(): number {
    return this.#waiting.size
  }

  /** Relations of the calls on their way. */
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

  /** The first calls that may be sent together: of those that change the same relation, one. */
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

  /** Sends all waiting calls away. */
  shut(): void {
    for (const call of this.#waiting) call.settle('shut')
    this.#waiting.clear()
  }
}
