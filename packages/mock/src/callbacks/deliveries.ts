import type { CorpEvent } from '../base/events.ts'
import { isOfSuite } from './events.ts'
import { exchange, sealMessage, toXml } from './message.ts'
import type { CallbackSettings } from './settings.ts'

/** An event on its way to a callback URL. */
export interface Delivery {
  readonly url: string
  /** The event. */
  readonly event: CorpEvent
  /** For whom it is encrypted: the id of the corp or suite. */
  readonly receiveId: string
  /** The decrypted message: the same in each attempt. */
  readonly message: string
  readonly fault: DeliveryFault['kind'] | undefined
  /** At most three. */
  readonly attempts: DeliveryAttempt[]
  /** `failed`: the receiver did not take it, and WeCom gives up. `stopped`: the corp was reset or disconnected. */
  outcome: 'waiting' | 'acknowledged' | 'failed' | 'stopped'
}

/** One time that it was sent. */
export interface DeliveryAttempt {
  /** Real time, in milliseconds since 1970. */
  readonly at: number
  /** Different in each attempt. */
  readonly nonce: string
  /**
   * `acknowledged`: 200. `status`: another one. `not-success`: 200, but the event is of a suite, and the body is not
   * `success`; WeCom shows it to the corp as an error, and does not try again. `timeout`, `network`: no answer.
   */
  readonly result: 'acknowledged' | 'status' | 'not-success' | 'timeout' | 'network'
  /** HTTP status of the answer; undefined if there was none. */
  readonly status: number | undefined
}

/** Deliveries to callback URLs, under way and done: one after the other, in the order of the events. */
export class Deliveries {
  /** Faults for deliveries to come. */
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
   * Every delivery, in the order of the events, with its attempts and its outcome.
   *
   * @example
   * expect(corp.deliveries.list()).toMatchObject([{ outcome: 'acknowledged', attempts: [{ status: 200 }] }])
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
   * corp.people.customerScansContactWay({ config_id })
   * await corp.deliveries.settled()
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

/** A delivery with its keys, which must not be in the log. */
interface Shipment {
  readonly settings: CallbackSettings
  readonly delivery: Delivery
  /** `ToUserName` of the envelope. */
  readonly receiver: string
  /** `AgentID` of the envelope; empty for suites. */
  readonly agentId: string
}

const maxAttempts = 3
/** Milliseconds until the connection is cut. */
const limits = { customers: 5000, suites: 1000 } as const

/**
 * Delivers as WeCom does: three times at most, each time sealed anew. What was not answered with 200 in time is sent
 * again at once; how long WeCom waits is not documented.
 */
async function deliver(shipment: Shipment, stop: AbortSignal): Promise<void> {
  const { delivery } = shipment
  let acknowledgements = delivery.fault === 'duplicate' ? 2 : 1
  while (delivery.attempts.length < maxAttempts && !stop.aborted) {
    const results = await attemptAtOnce(shipment, stop)
    acknowledgements -= results.filter((result) => result === 'acknowledged').length
    if (acknowledgements <= 0 || results.includes('not-success')) break
  }
  const taken = delivery.attempts.some(({ result }) => result === 'acknowledged')
  delivery.outcome = taken ? 'acknowledged' : stop.aborted ? 'stopped' : 'failed'
}

/** Sends it once; the first time twice side by side, where that is to go wrong. */
async function attemptAtOnce(shipment: Shipment, stop: AbortSignal): Promise<DeliveryAttempt['result'][]> {
  const { fault, attempts } = shipment.delivery
  const copies = fault === 'concurrent-duplicate' && attempts.length === 0 ? 2 : 1
  const tried = await Promise.all(Array.from({ length: copies }, () => attemptOnce(shipment, stop)))
  attempts.push(...tried)
  return tried.map(({ result }) => result)
}

async function attemptOnce(
  { settings, delivery, receiver, agentId }: Shipment,
  stop: AbortSignal,
): Promise<DeliveryAttempt> {
  const at = Date.now()
  const { encrypt, query } = sealMessage(sealedBy(settings, delivery), delivery.receiveId, delivery.message)
  const ofSuite = isOfSuite(delivery.event)
  const answer = await exchange({
    url: settings.url,
    query: `${new URLSearchParams(query)}`,
    body: toXml({ ToUserName: receiver, AgentID: agentId, Encrypt: encrypt }),
    limit: ofSuite ? limits.suites : limits.customers,
    stop,
  })
  const { nonce } = query
  if (answer.result !== 'answered') return { at, nonce, result: answer.result, status: undefined }
  const { status, body } = answer
  if (status !== 200) return { at, nonce, result: 'status', status }
  return { at, nonce, result: ofSuite && body !== 'success' ? 'not-success' : 'acknowledged', status }
}

/** A broken signature is a right one, by another token. */
function sealedBy(settings: CallbackSettings, { fault }: Delivery): CallbackSettings {
  return fault === 'broken-signature' ? { ...settings, token: `${settings.token}x` } : settings
}

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
   * corp.deliveries.faults.add({ kind: 'duplicate', times: 'always' })
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
