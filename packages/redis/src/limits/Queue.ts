export interface Waiting {
  // Follow relation (a member and a customer) that the call changes, or an empty text.
  readonly relation: string
  /**
   * Ends the wait of a call in the queue. `outcome` tells the call why its wait ends:
   * - `place`: the call may be sent to WeCom now.
   * - `aborted`: the caller's signal has aborted.
   * - `shut`: WeCom blocks the endpoint, so the call fails and is not sent.
   */
  readonly settle: (outcome: 'place' | 'aborted' | 'blocked') => void
}

export class Queue {
  readonly #waiting = new Set<Waiting>()
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

  first(count: number): Waiting[] {
    const relations = new Set(this.#busy)
    const calls: Waiting[] = []
    for (const call of this.#waiting) {
      if (calls.length === count) break
      // Calls that change the same follow relation (a member and a customer) must be sent one after the other.
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

  blockAll(): void {
    for (const call of this.#waiting) call.settle('blocked')
    this.#waiting.clear()
  }
}
