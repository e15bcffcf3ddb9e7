import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { memoryDedupeStore } from '../dedupe/memoryDedupeStore.ts'
import type { CallbackEvent } from '../events/CallbackEvent.ts'
import type { CallbackHandlerOptions, EventContext, EventHandler } from './CallbackHandlerOptions.ts'
import { timeToAnswer, within } from './deadline.ts'
import { report } from './report.ts'

/** Has an event handled, once however often it is delivered. Failures go to `onError`. */
export type Deliver = (event: CallbackEvent, context: EventContext) => Delivery

export interface Delivery {
  /** Resolves when the work has ended: true if WeCom need not deliver the event again. Never rejects. */
  readonly done: Promise<boolean>
  /** Whether the handler has begun. Only then may the answer to WeCom come before the work has ended. */
  readonly isAtWork: () => boolean
}

const defaultTtl = 10 * 60_000
const nothingToDo: Delivery = { done: Promise.resolve(true), isAtWork: () => false }

export function createDelivery(options: CallbackHandlerOptions): Deliver {
  const store = options.dedupe ?? memoryDedupeStore()
  const ttl = timeToRemember(options)
  /** The events at work in this process: a delivery that comes meanwhile ends as the first one does. */
  const running = new Map<string, Delivery>()
  /** The `add`s of this process that came too late and have not ended: they may set their key at any time. */
  const late = new Map<string, Promise<boolean>>()

  /** @returns whether the event is for this delivery to handle. */
  const claim = async (key: string): Promise<boolean> => {
    const earlier = late.get(key)
    // A store that was away may run both `add`s now. The key of the first is the key of this event.
    return (await store.add(key, ttl)) || (await earlier) === true
  }

  const free = async (key: string, claiming: Promise<boolean>): Promise<void> => {
    try {
      if (await claiming) await store.delete(key)
    } catch {
      // The key was not set, or stays until its time is over.
    }
  }

  /** Has a key deleted that is set too late, so that the next delivery is handled, unless that one is at work already. */
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
      // WeCom has its answer already and will not deliver again: handling it twice is better than not at all.
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

/** At least as long as the same request would be accepted: `maxAge` counts both ways. */
function timeToRemember({ dedupeTtl = defaultTtl, maxAge = Infinity }: CallbackHandlerOptions): number {
  return maxAge === Infinity ? dedupeTtl : Math.max(dedupeTtl, 2 * maxAge)
}

/**
 * The same for every delivery of an event: WeCom repeats the message under a fresh nonce and timestamp. The key that it
 * advises, FromUserName and CreateTime, merges different events of one second. Token and receive id keep apps apart that
 * share a store and get the same event; the hash keeps both, and the message, out of the store.
 */
function dedupeKey(token: string, { receiveId, message }: EventContext): string {
  return `wecom:callback:${bytesToHex(sha256(utf8ToBytes(`${token}\n${receiveId}\n${message}`)))}`
}

/** The most specific one: of family and ChangeType, of the ChangeType, of the family or InfoType, for all others. */
function findHandler(
  { on = {}, onEvent }: CallbackHandlerOptions,
  event: CallbackEvent,
): EventHandler<CallbackEvent> | undefined {
  // The type of `on` knows that a handler fits its event; here the name may be any.
  const handlers = on as Readonly<Record<string, EventHandler<CallbackEvent> | undefined>>
  const name = namesOf(event).find((each) => handlers[each])
  return name === undefined ? onEvent : handlers[name]
}

function namesOf({ ChangeType: change, Event, InfoType }: CallbackEvent): string[] {
  const family = Event ?? InfoType
  if (family === undefined) return []
  return change === undefined ? [family] : [`${family}.${change}`, change, family]
}
