import type { CorpEvent } from '../base/events.ts'
import { isOfSuite } from './events.ts'
import { exchange, sealMessage, toXml } from './message.ts'
import type { CallbackSettings } from './settings.ts'

/** The delivery of an event to a callback URL. */
export interface Delivery {
  readonly url: string
  /** The event that is delivered. */
  readonly event: CorpEvent
  /** Id of the corp or suite that the message is encrypted for. */
  readonly receiveId: string
  /** The message before encryption. It is the same in each attempt. */
  readonly message: string
  readonly fault: DeliveryFault['kind'] | undefined
  /** Attempts so far, three at most. */
  readonly attempts: DeliveryAttempt[]
  /**
   * State of the delivery. `waiting`: not done yet. `acknowledged`: an attempt succeeded. `failed`: three attempts
   * without success. `stopped`: the corp was reset or disconnected first.
   */
  outcome: 'waiting' | 'acknowledged' | 'failed' | 'stopped'
}

/** One attempt of a delivery. */
export interface DeliveryAttempt {
  /** Real time of the attempt, in milliseconds since 1970. */
  readonly at: number
  /** Random text in the query. It differs in each attempt. */
  readonly nonce: string
  /**
   * Result of the attempt. `acknowledged`: the answer has status 200. `status`: the answer has another status.
   * `not-success`: the answer has status 200, but its body is not `success`, and the event is for a suite; WeCom shows
   * this to the corp as an error and does not try again. `timeout`, `network`: there was no answer.
   */
  readonly result: 'acknowledged' | 'status' | 'not-success' | 'timeout' | 'network'
  /** HTTP status of the answer. Undefined if there was no answer. */
  readonly status: number | undefined
}

/** Deliveries to callback URLs, pending and done. They run one after the other, in the order of the events. */
export class Deliveries {
  /** Faults of later deliveries. */
  readonly faults: DeliveryFaults = new DeliveryFaults()
  #log: Delivery[] = []
  #held: Shipment[] = []
  #queue: Promise<void> = Promise.resolve()
  #stop = new AbortController()

  /**
   * Sends a delivery after all earlier deliveries are done. With a `reorder` fault, sends it after the next delivery.
   */
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
   * Returns all deliveries, in the order of the events, with their attempts and outcomes.
   *
   * @example
   * expect(corp.deliveries.list()).toMatchObject([{ outcome: 'acknowledged', attempts: [{ status: 200 }] }])
   */
  list(): readonly Delivery[] {
    return this.#log
  }

  /**
   * Waits until all deliveries are done. Sends a delivery that waits for the next event (`reorder`) now.
   *
   * @returns all deliveries.
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

  /** Closes the connections. Does not try pending deliveries again. */
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

/** A delivery with its keys. The journal of deliveries must not contain the keys. */
interface Shipment {
  readonly settings: CallbackSettings
  readonly delivery: Delivery
  /** `ToUserName` of the envelope. */
  readonly receiver: string
  /** `AgentID` of the envelope. Empty for suites. */
  readonly agentId: string
}

const maxAttempts = 3
/** Milliseconds after which the connection of an attempt is closed, for events of customers and events of suites. */
const limits = { customers: 5000, suites: 1000 } as const

/**
 * Delivers a message as WeCom does: at most three attempts, each with a new nonce and signature. The next attempt
 * follows at once if an answer with status 200 does not arrive in time. WeCom does not document how long it waits
 * between attempts.
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

/** Makes one attempt. With the fault `concurrent-duplicate`, the first attempt sends two requests at the same time. */
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

/** Returns the settings to sign a delivery with. With the fault `broken-signature`, the token is a wrong one. */
function sealedBy(settings: CallbackSettings, { fault }: Delivery): CallbackSettings {
  return fault === 'broken-signature' ? { ...settings, token: `${settings.token}x` } : settings
}

/** A fault of deliveries. */
export interface DeliveryFault {
  /**
   * Kind of the fault. `duplicate`: the event is delivered again although the receiver acknowledged it.
   * `concurrent-duplicate`: the event is delivered twice at the same time. `reorder`: the event is delivered after the
   * event that follows it. `foreign-receive-id`: the message is encrypted for another corp. `broken-signature`: the
   * message is signed with another token.
   */
  readonly kind: 'duplicate' | 'concurrent-duplicate' | 'reorder' | 'foreign-receive-id' | 'broken-signature'
  /** Number of deliveries that the fault strikes. Default 1. */
  readonly times?: number | 'always' | undefined
}

interface ArmedFault {
  readonly kind: DeliveryFault['kind']
  left: number
}

/** The faults of deliveries that are set up. At most one strikes each delivery, the oldest first. */
export class DeliveryFaults {
  #armed: ArmedFault[] = []

  /**
   * Sets up a fault of later deliveries.
   *
   * @example
   * corp.deliveries.faults.add({ kind: 'duplicate', times: 'always' })
   */
  add({ kind, times = 1 }: DeliveryFault): void {
    this.#armed.push({ kind, left: times === 'always' ? Number.POSITIVE_INFINITY : times })
  }

  /** Returns the faults that can still strike. `times` is the number of deliveries left. */
  list(): DeliveryFault[] {
    return this.#armed.map(({ kind, left }) => ({ kind, times: Number.isFinite(left) ? left : 'always' }))
  }

  clear(): void {
    this.#armed = []
  }

  /** Uses up and returns the fault for a delivery. Returns undefined if there is none. */
  take(): DeliveryFault['kind'] | undefined {
    const [first] = this.#armed
    if (!first) return undefined
    first.left--
    if (first.left <= 0) this.#armed.shift()
    return first.kind
  }
}
