export interface Waiting {
  /** Follow relation (a member and a customer) that the call changes, or an empty text. */
  readonly relation: string
  /** `place`: the call may be sent. `aborted`: its signal aborted. `shut`: WeCom blocks the endpoint. */
  readonly settle: (outcome: 'place' | 'aborted' | 'shut') => void
}

/** Calls of one endpoint in this process: waiting calls in order, and calls under way. */
export class Queue {
  readonly #waiting = new Set<Waiting>()
  /** Follow relations (a member and a customer) that calls under way are changing. */
  readonly #busy = new Set<string>()
  #active = 0

  get active(): number {
    return this.#active
  }

  get length(): number {
    return this.#waiting.size
  }

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
   * Returns up to `count` calls that may be sent at the same time. Calls that change the same follow relation (a member
   * and a customer) must be sent one after the other.
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
   * Ends all waits, because WeCom blocks the endpoint. The waiting calls fail with 45009 (calls too often), and are not
   * sent.
   */
  shut(): void {
    for (const call of this.#waiting) call.settle('shut')
    this.#waiting.clear()
  }
}
