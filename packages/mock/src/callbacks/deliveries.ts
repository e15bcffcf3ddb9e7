import type { CorpEvent } from '../base/events.ts'
import { isOfSuite } from './events.ts'
import { exchange, sealMessage, toXml } from './message.ts'
import type { CallbackSettings } from './settings.ts'

/** The delivery of one event to one callback URL. */
export interface Delivery {
  readonly url: string
  /**
   * The event, as `corp.events` contains it. The message to a service provider's app can contain ids that differ from
   * those in this event.
   */
  readonly event: CorpEvent
  /** Id of the corp or suite for which the message is encrypted. */
  readonly receiveId: string
  /** The message before encryption. All attempts of the delivery send the same message. */
  readonly message: string
  readonly fault: DeliveryFault['kind'] | undefined
  /** The attempts so far, at most three. */
  readonly attempts: DeliveryAttempt[]
  /**
   * State of the delivery:
   * - `waiting`: the delivery is not finished
   * - `acknowledged`: the receiver acknowledged an attempt
   * - `failed`: the receiver acknowledged no attempt
   * - `stopped`: a reset of the corp, `disconnect` or `clear` stopped the delivery before it was finished
   */
  outcome: 'waiting' | 'acknowledged' | 'failed' | 'stopped'
}

/** One attempt to deliver an event: a POST request to the callback URL. */
export interface DeliveryAttempt {
  /** When the attempt began, in milliseconds since 1970. This is real time, not the time of the corp's clock. */
  readonly at: number
  /** Random text in the query of the request, different in each attempt. */
  readonly nonce: string
  /**
   * Result of the attempt:
   * - `acknowledged`: the receiver answered with HTTP status 200. If the event is about a suite, the body was
   *   `success`.
   * - `status`: the receiver answered with another HTTP status
   * - `not-success`: the receiver answered an event about a suite with HTTP status 200, but the body is not `success`.
   *   WeCom then shows an error to the corp that authorizes the suite, and does not try again.
   * - `timeout`: no answer arrived in time
   * - `network`: the connection failed
   */
  readonly result: 'acknowledged' | 'status' | 'not-success' | 'timeout' | 'network'
  /** HTTP status of the answer. Undefined if no answer arrived. */
  readonly status: number | undefined
}

/**
 * The deliveries of events to callback URLs, pending and finished. The fake corp sends one delivery after the other, in
 * the order of the events.
 */
export class Deliveries {
  /** Faults that tests have added for later deliveries. */
  readonly faults: DeliveryFaults = new DeliveryFaults()
  #log: Delivery[] = []
  #heldBack: Shipment[] = []
  #queue: Promise<void> = Promise.resolve()
  #stop = new AbortController()

  /**
   * Adds a delivery. It starts as soon as all earlier deliveries are finished. A delivery with the fault `reorder`
   * starts only after the next delivery is finished.
   */
  send(shipment: Shipment): void {
    this.#log.push(shipment.delivery)
    if (shipment.delivery.fault === 'reorder') {
      this.#heldBack.push(shipment)
      return
    }
    this.#enqueue(shipment)
    this.#release()
  }

  /**
   * Returns all deliveries, in the order of the events.
   *
   * @example
   * expect(corp.deliveries.list()).toMatchObject([{ outcome: 'acknowledged', attempts: [{ status: 200 }] }])
   */
  list(): readonly Delivery[] {
    return this.#log
  }

  /**
   * Waits until all deliveries are finished. Also sends deliveries that the fault `reorder` holds back.
   *
   * @returns all deliveries.
   *
   * @example
   * corp.people.customerScansContactWay({ config_id })
   * await corp.deliveries.settled()
   */
  async settled(): Promise<readonly Delivery[]> {
    let seen: Promise<void> | undefined
    while (seen !== this.#queue || this.#heldBack.length > 0) {
      this.#release()
      seen = this.#queue
      await seen
    }
    return this.#log
  }

  /** Stops pending deliveries, empties the list of deliveries, and removes all faults from `faults`. */
  clear(): void {
    this.stop()
    this.#log = []
    this.faults.clear()
  }

  /** Stops pending deliveries: closes their connections and makes no more attempts. */
  stop(): void {
    for (const { delivery } of this.#heldBack) delivery.outcome = 'stopped'
    this.#heldBack = []
    this.#stop.abort()
    this.#stop = new AbortController()
  }

  #release(): void {
    for (const shipment of this.#heldBack) this.#enqueue(shipment)
    this.#heldBack = []
  }

  #enqueue(shipment: Shipment): void {
    const { signal } = this.#stop
    this.#queue = this.#queue.then(() => deliver(shipment, signal))
  }
}

/**
 * A delivery of an event, with the settings of its callback URL. `Delivery` does not contain the settings, because
 * tests can read deliveries, and the settings contain the Token and the EncodingAESKey.
 */
interface Shipment {
  readonly settings: CallbackSettings
  readonly delivery: Delivery
  /**
   * Value of `ToUserName` in the request body, an XML text that contains the encrypted message: the id of the corp or
   * suite.
   */
  readonly receiver: string
  /** Value of `AgentID` in the same XML text. Empty for suites. */
  readonly agentId: string
}

const maxAttempts = 3
// Time limits for the answer to one attempt, in milliseconds: `suites` for events about suites, `customers` for all
// other events.
const limits = { customers: 5000, suites: 1000 } as const

async function deliver(shipment: Shipment, stop: AbortSignal): Promise<void> {
  const { delivery } = shipment
  let acknowledgements = delivery.fault === 'duplicate' ? 2 : 1
  // The next attempt follows at once, because WeCom does not document how long it waits.
  while (delivery.attempts.length < maxAttempts && !stop.aborted) {
    const results = await attemptAtOnce(shipment, stop)
    acknowledgements -= results.filter((result) => result === 'acknowledged').length
    if (acknowledgements <= 0 || results.includes('not-success')) break
  }
  const taken = delivery.attempts.some(({ result }) => result === 'acknowledged')
  delivery.outcome = taken ? 'acknowledged' : stop.aborted ? 'stopped' : 'failed'
}

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

function sealedBy(settings: CallbackSettings, { fault }: Delivery): CallbackSettings {
  return fault === 'broken-signature' ? { ...settings, token: `${settings.token}x` } : settings
}

/** A fault in the delivery of events to callback URLs. Tests add such faults with `corp.deliveries.faults.add`. */
export interface DeliveryFault {
  /**
   * Kind of the fault:
   * - `duplicate`: the event is delivered again, although the receiver acknowledged it
   * - `concurrent-duplicate`: the event is delivered twice at the same time
   * - `reorder`: the event is delivered after the next event
   * - `foreign-receive-id`: the message is encrypted for another corp
   * - `broken-signature`: the message is signed with a wrong token
   */
  readonly kind: 'duplicate' | 'concurrent-duplicate' | 'reorder' | 'foreign-receive-id' | 'broken-signature'
  /** Number of deliveries that the fault applies to. Default 1. */
  readonly times?: number | 'always' | undefined
}

interface ArmedFault {
  readonly kind: DeliveryFault['kind']
  left: number
}

/**
 * The faults that tests have added to deliveries of events. If several faults apply to a delivery, the delivery gets
 * only the one that was added first.
 */
export class DeliveryFaults {
  #armed: ArmedFault[] = []

  /**
   * Adds a fault, which changes the next deliveries of events.
   *
   * @example
   * corp.deliveries.faults.add({ kind: 'duplicate', times: 'always' })
   */
  add({ kind, times = 1 }: DeliveryFault): void {
    this.#armed.push({ kind, left: times === 'always' ? Number.POSITIVE_INFINITY : times })
  }

  /** Returns the faults that still apply to later deliveries. `times` is the remaining number of deliveries. */
  list(): DeliveryFault[] {
    return this.#armed.map(({ kind, left }) => ({ kind, times: Number.isFinite(left) ? left : 'always' }))
  }

  clear(): void {
    this.#armed = []
  }

  take(): DeliveryFault['kind'] | undefined {
    const [first] = this.#armed
    if (!first) return undefined
    first.left--
    if (first.left <= 0) this.#armed.shift()
    return first.kind
  }
}
