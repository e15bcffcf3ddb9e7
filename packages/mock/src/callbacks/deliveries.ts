import type { CorpEvent } from '../base/events.ts'
import { isOfSuite } from './events.ts'
import { exchange, sealMessage, toXml } from './message.ts'
import type { CallbackSettings } from './settings.ts'

/** An event on its way to a callback URL. */
export interface Delivery {
  readonly url: string
  /** The event. */
  readonly event: CorpEvent
  /** Id of the corp or suite that it is encrypted for. */
  readonly receiveId: string
  /** The decrypted message: the same in each attempt. */
  readonly message: string
  readonly fault: DeliveryFault['kind'] | undefined
  /** At most three. */
  readonly attempts: DeliveryAttempt[]
  /** `failed`: three attempts without success. `stopped`: the corp was reset or disconnected. */
  outcome: 'waiting' | 'acknowledged' | 'failed' | 'stopped'
}

/** One attempt of a delivery. */
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

/** Deliveries to callback URLs, pending and done. They run one after the other, in the order of the events. */
export class Deliveries {
  /** Faults for deliveries to come. */
  readonly faults: DeliveryFaults = new DeliveryFaults()
  #log: Delivery[] = []
  #held: Shipment[] = []
  #queue: Promise<void> = Promise.resolve()
  #stop = new AbortController()

  /** Sends a delivery when all earlier ones are done, or after the next one for a `reorder` fault. */
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
   * Waits until all deliveries are done. A delivery that waits for the next event (`reorder`) is sent now.
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

  /** Stops pending deliveries, and removes all deliveries and faults. */
  clear(): void {
    this.stop()
    this.#log = []
    this.faults.clear()
  }

  /** Closes the connections. Pending deliveries are not tried again. */
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

/** A delivery with its keys. The keys must not appear in the log. */
interface Shipment {
  readonly settings: CallbackSettings
  readonly delivery: Delivery
  /** `ToUserName` of the envelope. */
  readonly receiver: string
  /** `AgentID` of the envelope; empty for suites. */
  readonly agentId: string
}

const maxAttempts = 3
/** Milliseconds until the connection is closed. */
const limits = { customers: 5000, suites: 1000 } as const

/**
 * Delivers as WeCom does: at most three attempts, each with a new nonce and signature. Retries at once if there was no 200
 * in time; WeCom does not document how long it waits.
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

/** Makes one attempt; for `concurrent-duplicate` the first attempt is two requests at once. */
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

/** A broken signature is made with another token. */
function sealedBy(settings: CallbackSettings, { fault }: Delivery): CallbackSettings {
  return fault === 'broken-signature' ? { ...settings, token: `${settings.token}x` } : settings
}

/** A fault of deliveries. */
export interface DeliveryFault {
  /**
   * `duplicate`: delivered once more although it was acknowledged. `concurrent-duplicate`: delivered twice at the same
   * time. `reorder`: waits for the event after it, and comes
   * behind that. `foreign-receive-id`: encrypted for another corp. `broken-signature`: signed with another token.
   */
  readonly kind: 'duplicate' | 'concurrent-duplicate' | 'reorder' | 'foreign-receive-id' | 'broken-signature'
  /** How many deliveries it hits. Default 1. */
  readonly times?: number | 'always' | undefined
}

interface ArmedFault {
  readonly kind: DeliveryFault['kind']
  left: number
}

/** The faults that are set up. The oldest one strikes, one for each delivery. */
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

  /** The faults that have not struck yet; `times` is the number of deliveries left. */
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
