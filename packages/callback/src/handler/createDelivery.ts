import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { memoryDedupeStore } from '../dedupe/memoryDedupeStore.ts'
import type { CallbackEvent } from '../events/CallbackEvent.ts'
import type { CallbackHandlerOptions, EventContext, EventHandler } from './CallbackHandlerOptions.ts'
import { timeToAnswer, within } from './deadline.ts'
import { report } from './report.ts'

/** Function that handles an event once, even if WeCom delivers it several times. It passes failures to `onError`. */
export type Deliver = (event: CallbackEvent, context: EventContext) => Delivery

type Handler = EventHandler<CallbackEvent>

export interface Delivery {
  /**
   * Promise that resolves when the event has been handled, or when handling it has failed. The value is false if WeCom
   * must deliver the event again. The promise never rejects.
   */
  readonly done: Promise<boolean>
  /**
   * Returns whether the event handler is running at this moment. If `done` is still pending when the time for the
   * response ends, the callback handler acknowledges the event only if the event handler is running. Otherwise the
   * callback handler may still be waiting for the store, so WeCom must deliver the event again.
   */
  readonly isAtWork: () => boolean
}

const defaultTtl = 10 * 60_000
const nothingToDo: Delivery = { done: Promise.resolve(true), isAtWork: () => false }

export function createDelivery(options: CallbackHandlerOptions): Deliver {
  const store = options.dedupe ?? memoryDedupeStore()
  const ttl = timeToRemember(options)
  const findHandler = createFinder(options)
  /**
   * Deliveries that this process is handling now, by key of the event. A repeated delivery of an event has the same
   * result as the first delivery.
   */
  const running = new Map<string, Delivery>()
  /**
   * Calls of the store's `add` that exceeded the time limit and are still running, by key of the event. Such a call may
   * still store its key.
   */
  const late = new Map<string, Promise<boolean>>()

  /**
   * Marks an event as accepted in the store.
   * @returns true if this delivery must handle the event, false if an earlier delivery has done so.
   */
  const claim = async (key: string): Promise<boolean> => {
    const earlier = late.get(key)
    // After an outage the store may run both `add`s. The key of the first is the key of this event.
    return (await store.add(key, ttl)) || (await earlier) === true
  }

  const free = async (key: string, claiming: Promise<boolean>): Promise<void> => {
    try {
      if (await claiming) await store.delete(key)
    } catch {
      // The key was not set, or stays until it expires.
    }
  }

  /**
   * Waits for a call of `add` that exceeded the time limit, then deletes the key that the call has set. The next
   * delivery of the event is then handled. The key is not deleted if this process is already handling such a delivery.
   */
  const freeLater = async (key: string, claiming: Promise<boolean>): Promise<void> => {
    late.set(key, claiming)
    await free(
      key,
      claiming.then((isOurs) => isOurs && !running.has(key)),
    )
    if (late.get(key) === claiming) late.delete(key)
  }

  const handleOnce = async (key: string, event: CallbackEvent, work: () => Promise<unknown>): Promise<boolean> => {
    const limit = timeToAnswer(event) / 4
    const claiming = claim(key)
    try {
      const isOurs = await within(limit, claiming, 'late')
      if (isOurs === 'late') throw new Error(`the dedupe store did not answer within ${limit} ms`)
      if (!isOurs) return true
    } catch (error) {
      void report(options, error, event)
      if (!options.waitUntil) {
        running.delete(key)
        void freeLater(key, claiming)
        return false
      }
      // WeCom already has its answer and will not deliver again: handling the event twice is better than not at all.
    }
    try {
      await work()
      return true
    } catch (error) {
      void report(options, error, event)
      await within(limit, free(key, claiming), undefined)
      return false
    }
  }

  return (event, context) => {
    const handler = findHandler(event)
    if (!handler) return nothingToDo
    const key = dedupeKey(options.token, context)
    const known = running.get(key)
    if (known) return known
    let isAtWork = false
    const work = async (): Promise<void> => {
      isAtWork = true
      try {
        await handler(event, context)
      } finally {
        isAtWork = false
      }
    }
    const done = handleOnce(key, event, work).finally(() => {
      if (running.get(key) === delivery) running.delete(key)
    })
    const delivery: Delivery = { done, isAtWork: () => isAtWork }
    running.set(key, delivery)
    return delivery
  }
}

/**
 * Returns how long the store remembers an event, in milliseconds. The time is at least twice `maxAge`. The signed time
 * of a request may be up to `maxAge` in the future, and the callback handler accepts the request until `maxAge` after
 * its signed time. So the handler may accept one request for twice `maxAge`.
 */
function timeToRemember({ dedupeTtl = defaultTtl, maxAge = Infinity }: CallbackHandlerOptions): number {
  return maxAge === Infinity ? dedupeTtl : Math.max(dedupeTtl, 2 * maxAge)
}

/**
 * Returns the key of an event. The key is the same for every delivery of the event.
 *
 * The key is a hash of token, receive id and message:
 * - It does not contain nonce and timestamp, because WeCom changes them when it repeats a message.
 * - It contains token and receive id, because several apps may share one store and receive the same event.
 * - WeCom recommends `FromUserName` and `CreateTime` as the key. But then different events of the same second would
 *   have the same key.
 */
function dedupeKey(token: string, { receiveId, message }: EventContext): string {
  return `wecom:callback:${bytesToHex(sha256(utf8ToBytes(`${token}\n${receiveId}\n${message}`)))}`
}

/**
 * Creates the function that finds the handler of an event. The function tries the names in this order:
 * `Event.ChangeType`, `ChangeType`, `Event`, then `onEvent`. For events of a suite, it uses `InfoType` instead of
 * `Event`.
 */
function createFinder({ on = {}, onEvent }: CallbackHandlerOptions): (event: CallbackEvent) => Handler | undefined {
  const handlers = new Map<string | undefined, Handler | undefined>(Object.entries(on as Record<string, Handler>))
  return ({ ChangeType, Event, InfoType }) => {
    const family = Event ?? InfoType
    return handlers.get(`${family}.${ChangeType}`) ?? handlers.get(ChangeType) ?? handlers.get(family) ?? onEvent
  }
}
