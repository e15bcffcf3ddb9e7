import { type Shipment, deliver } from './deliver.ts'
import type { Delivery } from './Delivery.ts'
import { DeliveryFaults } from './deliveryFaults.ts'

/** What is on its way to callback URLs, and what was: one after the other, in the order of the events. */
export class Deliveries {
  /** What is to go wrong with those to come. */
  readonly faults: DeliveryFaults = new DeliveryFaults()
  #log: Delivery[] = []
  #held: Shipment[] = []
  #queue: Promise<void> = Promise.resolve()
  #stop = new AbortController()

  /** Sends something as soon as all before it is done, or later where it is to be reordered. */
  send(shipment: Shipment): void {
    this.#log.push(shipment.delivery)
    if (shipment.delivery.fault === 'reorder') {
      this.#held.push(shipment)
      return
    }
    this.#enqueue(shipment)
    this.#release()
  }

  /**
   * Every delivery, in the order of the events, with its tries and what came of it.
   *
   * @example
   * expect(tenant.deliveries.list()).toMatchObject([{ outcome: 'acknowledged', tries: [{ status: 200 }] }])
   */
  list(): readonly Delivery[] {
    return this.#log
  }

  /**
   * Waits until nothing is on its way any more. What waits for an event after it, to be reordered, waits no longer.
   *
   * @returns every delivery.
   *
   * @example
   * customerScansContactWay(tenant, { config_id })
   * await tenant.deliveries.settled()
   */
  async settled(): Promise<readonly Delivery[]> {
    let seen: Promise<void> | undefined
    while (seen !== this.#queue || this.#held.length > 0) {
      this.#release()
      seen = this.#queue
      await seen
    }
    return this.#log
  }

  /** Stops what is on its way, and forgets all deliveries and faults. */
  clear(): void {
    this.stop()
    this.#log = []
    this.faults.clear()
  }

  /** Cuts the connections; what is on its way is not tried again. */
  stop(): void {
    for (const { delivery } of this.#held) delivery.outcome = 'stopped'
    this.#held = []
    this.#stop.abort()
    this.#stop = new AbortController()
  }

  #release(): void {
    for (const shipment of this.#held) this.#enqueue(shipment)
    this.#held = []
  }

  #enqueue(shipment: Shipment): void {
    const { signal } = this.#stop
    this.#queue = this.#queue.then(() => deliver(shipment, signal))
  }
}
