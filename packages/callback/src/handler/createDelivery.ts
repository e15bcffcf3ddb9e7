import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { memoryDedupeStore } from '../dedupe/memoryDedupeStore.ts'
import type { CallbackEvent } from '../events/CallbackEvent.ts'
import type { CallbackHandlerOptions, EventContext, EventHandler } from './CallbackHandlerOptions.ts'
import { timeToAnswer, within } from './deadline.ts'
import { report } from './report.ts'

/** Handles an event once, however often it is delivered. Failures go to `onError`. */
export type Deliver = (event: CallbackEvent, context: EventContext) => Delivery

export interface Delivery {
  /** Resolves when the work has ended, with true if WeCom need not deliver the event again. Never rejects. */
  readonly done: Promise<boolean>
  /** Whether the handler was called. Only then may the answer to WeCom be sent before the work has ended. */
  readonly isAtWork: () => boolean
}

const defaultTtl = 10 * 60_000
const nothingToDo: Delivery = { done: Promise.resolve(true), isAtWork: () => false }

export function createDelivery(options: CallbackHandlerOptions): Deliver {
  const store = options.dedupe ?? memoryDedupeStore()
  const ttl = timeToRemember(options)
  /** Events that this process is handling. A further delivery gets the outcome of the first. */
  const running = new Map<string, Delivery>()
  /** Late `add`s of this process that have not ended: they may set their key at any time. */
  const late = new Map<string, Promise<boolean>>()

  /** @returns whether this delivery must handle the event. */
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
   * Deletes a key that was set too late, so that the next delivery is handled, unless this process is already handling
   * it.
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
    const handler = findHandler(options, event)
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
 * Milliseconds to remember an event: at least as long as the same request would be accepted. `maxAge` applies to past
 * and future.
 */
function timeToRemember({ dedupeTtl = defaultTtl, maxAge = Infinity }: CallbackHandlerOptions): number {
  return maxAge === Infinity ? dedupeTtl : Math.max(dedupeTtl, 2 * maxAge)
}

/**
 * Makes the same key for every delivery of an event: WeCom repeats the message with a new nonce and timestamp. The key
 * that WeCom recommends, FromUserName and CreateTime, merges different events of one second. Token and receive id
 * separate apps that share a store and receive the same event. The hash keeps them and the message out of the store.
 */
function dedupeKey(token: string, { receiveId, message }: EventContext): string {
  return `wecom:callback:${bytesToHex(sha256(utf8ToBytes(`${token}\n${receiveId}\n${message}`)))}`
}

/**
 * Finds the most specific handler: for family and ChangeType, for the ChangeType, for the family or InfoType, otherwise
 * `onEvent`.
 */
function findHandler(
  { on = {}, onEvent }: CallbackHandlerOptions,
  event: CallbackEvent,
): EventHandler<CallbackEvent> | undefined {
  // The type of `on` matches handlers and events; here the name is any string.
  const handlers = on as Readonly<Record<string, EventHandler<CallbackEvent> | undefined>>
  const name = namesOf(event).find((each) => handlers[each])
  return name === undefined ? onEvent : handlers[name]
}

function namesOf({ ChangeType: change, Event, InfoType }: CallbackEvent): string[] {
  const family = Event ?? InfoType
  if (family === undefined) return []
  return change === undefined ? [family] : [`${family}.${change}`, change, family]
}
