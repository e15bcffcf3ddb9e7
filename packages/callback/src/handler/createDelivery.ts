import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { memoryDedupeStore } from '../dedupe/memoryDedupeStore.ts'
import type { CallbackEvent } from '../events/CallbackEvent.ts'
import type { CallbackHandlerOptions, EventContext, EventHandler } from './CallbackHandlerOptions.ts'
import { timeToAnswer, within } from './deadline.ts'
import { report } from './report.ts'

/** Handles an event once, even if WeCom delivers it several times. Failures go to `onError`. */
export type Deliver = (event: CallbackEvent, context: EventContext) => Delivery

type Handler = EventHandler<CallbackEvent>

export interface Delivery {
  /**
   * Promise that resolves when the work has ended, with true if WeCom need not deliver the event again. It never
   * rejects.
   */
  readonly done: Promise<boolean>
  /**
   * Whether the handler of the event was called. Only then may the answer to WeCom be sent before the work has ended.
   */
  readonly isAtWork: () => boolean
}

const defaultTtl = 10 * 60_000
const nothingToDo: Delivery = { done: Promise.resolve(true), isAtWork: () => false }

export function createDelivery(options: CallbackHandlerOptions): Deliver {
  const store = options.dedupe ?? memoryDedupeStore()
  const ttl = timeToRemember(options)
  const findHandler = createFinder(options)
  /** Deliveries of the events that this process is handling. A repeated delivery gets the outcome of the first. */
  const running = new Map<string, Delivery>()
  /** Calls of `add` that took too long and have not ended. They may set their key at any time. */
  const late = new Map<string, Promise<boolean>>()

  /**
   * Marks an event as accepted in the store.
   * @returns whether this delivery must handle the event.
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
   * Waits for a call of `add` that took too long, and deletes the key that it set, so that the next delivery is
   * handled. Keeps the key if this process is already handling the event.
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
 * Returns how long to remember an event, in milliseconds. This is at least as long as the same request would be
 * accepted, because `maxAge` applies to past and future.
 */
function timeToRemember({ dedupeTtl = defaultTtl, maxAge = Infinity }: CallbackHandlerOptions): number {
  return maxAge === Infinity ? dedupeTtl : Math.max(dedupeTtl, 2 * maxAge)
}

/**
 * Makes the key of an event, which is the same for every delivery. WeCom repeats the message with a new nonce and
 * timestamp, so the key ignores these. The key that WeCom recommends, FromUserName and CreateTime, would merge
 * different events of one second. Token and receive id separate apps that share a store and receive the same event. The
 * key is a hash, so the store contains neither these nor the message.
 */
function dedupeKey(token: string, { receiveId, message }: EventContext): string {
  return `wecom:callback:${bytesToHex(sha256(utf8ToBytes(`${token}\n${receiveId}\n${message}`)))}`
}

/**
 * Makes the function that finds the most specific handler of an event. The order is: family and ChangeType, ChangeType,
 * family or InfoType, `onEvent`.
 */
function createFinder({ on = {}, onEvent }: CallbackHandlerOptions): (event: CallbackEvent) => Handler | undefined {
  const handlers = new Map<string | undefined, Handler | undefined>(Object.entries(on as Record<string, Handler>))
  return ({ ChangeType, Event, InfoType }) => {
    const family = Event ?? InfoType
    return handlers.get(`${family}.${ChangeType}`) ?? handlers.get(ChangeType) ?? handlers.get(family) ?? onEvent
  }
}
