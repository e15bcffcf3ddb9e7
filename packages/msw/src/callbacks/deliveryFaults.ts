/** Something that goes wrong with deliveries, on demand. */
export interface DeliveryFault {
  /**
   * `duplicate`: delivered once more although it was acknowledged. `concurrent-duplicate`: delivered twice at the same
   * time. `reorder`: waits for the event after it, and comes
   * behind that. `foreign-receive-id`: encrypted for another corp. `broken-signature`: signed by somebody else.
   */
  readonly kind: 'duplicate' | 'concurrent-duplicate' | 'reorder' | 'foreign-receive-id' | 'broken-signature'
  /** How many deliveries it hits. Default 1. */
  readonly times?: number | 'always' | undefined
}

interface ArmedFault {
  readonly kind: DeliveryFault['kind']
  left: number
}

/** The faults that are set up. Of several the oldest strikes, one a delivery. */
export class DeliveryFaults {
  #armed: ArmedFault[] = []

  /**
   * Sets up a fault.
   *
   * @example
   * tenant.deliveries.faults.add({ kind: 'duplicate', times: 'always' })
   */
  add({ kind, times = 1 }: DeliveryFault): void {
    this.#armed.push({ kind, left: times === 'always' ? Number.POSITIVE_INFINITY : times })
  }

  /** Those that still wait for a delivery, with the number of deliveries they are good for. */
  list(): DeliveryFault[] {
    return this.#armed.map(({ kind, left }) => ({ kind, times: Number.isFinite(left) ? left : 'always' }))
  }

  clear(): void {
    this.#armed = []
  }

  /** Uses up the fault for a delivery, if there is one. */
  take(): DeliveryFault['kind'] | undefined {
    const [first] = this.#armed
    if (!first) return undefined
    first.left--
    if (first.left <= 0) this.#armed.shift()
    return first.kind
  }
}
