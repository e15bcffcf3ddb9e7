import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { ExpiringKeys, memoryDedupeStore } from '../dedupe/memoryDedupeStore.ts'
import type { CallbackEvent } from '../events/CallbackEvent.ts'
import type { CallbackHandlerOptions, EventContext, EventHandler } from './CallbackHandlerOptions.ts'
import { timeToAnswer, within } from './deadline.ts'
import { report } from './report.ts'

export type Deliver = (event: CallbackEvent, context: EventContext) => Delivery

type Handler = EventHandler<CallbackEvent>

export interface Delivery {
  /**
   * Promise that resolves when the event has been handled, or handling it has failed. It resolves to false if WeCom
   * must deliver the event again. Never rejects.
   */
  readonly done: Promise<boolean>
  /**
   * Returns whether the user's event handler is running now. The callback handler calls this function when the time for
   * the response to WeCom ends. If the event handler is running, the callback handler acknowledges the event. If not,
   * e.g. because the dedupe store is slow, the callback handler responds with an error, so that WeCom delivers the
   * event again.
   */
  readonly isAtWork: () => boolean
}

const defaultTtl = 10 * 60_000
const nothingToDo: Delivery = { done: Promise.resolve(true), isAtWork: () => false }

export function createDelivery(options: CallbackHandlerOptions): Deliver {
  const store = options.dedupe ?? memoryDedupeStore()
  const ttl = timeToRemember(options)
  const findHandler = createFinder(options)
  // Deliveries that this process is handling now, by key of the event. A repeated delivery gets the same `Delivery`.
  const running = new Map<string, Delivery>()
  // Events that this process did not handle although the store may contain their keys. The next delivery of such an
  // event is handled whatever the store says.
  const unhandled = new ExpiringKeys()

  const add = async (key: string): Promise<boolean> => {
    const isNew: unknown = await store.add(key, ttl)
    // As `false`, it would mean that every event was accepted before.
    if (isNew === undefined) throw new TypeError('the dedupe store must return true or false from add, got undefined')
    return Boolean(isNew)
  }

  const claim = async (key: string): Promise<boolean> => {
    const isUnhandled = unhandled.delete(key)
    return (await add(key)) || isUnhandled
  }

  /**
   * Makes sure that the next delivery of an event is handled: this process marks the event as unhandled, and deletes
   * the key of the event from the store. If the store fails, other processes ignore the event until the key expires.
   * Never rejects.
   */
  const free = async (key: string, claiming: Promise<boolean>): Promise<void> => {
    unhandled.add(key, ttl)
    try {
      // Waits until `add` has ended, because it could otherwise set the key after `delete`. A failed `add` may have set
      // the key, too.
      const isOurs = await claiming.catch(() => undefined)
      if (isOurs === false) unhandled.delete(key)
      // The key stays if this process is already handling the next delivery.
      if (unhandled.has(key)) await store.delete(key)
      // Now any process may handle the next delivery, and only one does.
      if (isOurs) unhandled.delete(key)
    } catch {
      // The key stays until it expires.
    }
  }

  /**
   * Waits for a store that failed or did not answer in time, so that WeCom was asked to deliver the event again. If the
   * store has saved the key in the end, `start` handles the event now: another process may already have skipped the next
   * delivery because of the key. Never rejects.
   */
  const settleLate = async (key: string, claiming: Promise<boolean>, start: () => void): Promise<void> => {
    unhandled.add(key, ttl)
    try {
      const isOurs = await claiming
      // False if this process has claimed the event for the next delivery.
      const isUnhandled = unhandled.delete(key)
      if (isOurs && isUnhandled) start()
    } catch {
      if (unhandled.has(key)) await free(key, claiming)
    }
  }

  return (event, context) => {
    const handler = findHandler(event)
    if (!handler) return nothingToDo
    const key = dedupeKey(options.token, context)
    const known = running.get(key)
    if (known) return known
    const limit = timeToAnswer(event) / 4
    let isAtWork = false

    const run = (work: () => Promise<boolean>): Delivery => {
      const done = work().finally(() => {
        if (running.get(key) === delivery) running.delete(key)
      })
      const delivery: Delivery = { done, isAtWork: () => isAtWork }
      running.set(key, delivery)
      return delivery
    }
    const work = async (): Promise<void> => {
      isAtWork = true
      try {
        await handler(event, context)
      } finally {
        isAtWork = false
      }
    }
    const handle = async (claiming: Promise<boolean>): Promise<boolean> => {
      try {
        await work()
        return true
      } catch (error) {
        void report(options, error, event)
        await within(limit, free(key, claiming), undefined)
        return false
      }
    }
    const handleOnce = async (): Promise<boolean> => {
      // A server writes the response in several microtasks. An event handler that computes for long would delay it, so
      // the work starts in a later task.
      if (options.waitUntil) await new Promise((resolve) => setTimeout(resolve))
      const claiming = claim(key)
      try {
        const isOurs = await within(limit, claiming, 'late')
        if (isOurs === 'late') throw new Error(`the dedupe store did not answer within ${limit} ms`)
        if (!isOurs) return true
      } catch (error) {
        void report(options, error, event)
        if (!options.waitUntil) {
          running.delete(key)
          void settleLate(key, claiming, () => run(() => handle(claiming)))
          return false
        }
        // WeCom already has its answer and will not deliver again: handling the event twice is better than not at all.
      }
      return handle(claiming)
    }
    return run(handleOnce)
  }
}

function timeToRemember({ dedupeTtl = defaultTtl, maxAge = Infinity }: CallbackHandlerOptions): number {
  // The `timestamp` of a request may be up to `maxAge` in the future, and the request is accepted until `maxAge` after
  // its `timestamp`. So one request may be accepted for twice `maxAge`.
  return maxAge === Infinity ? dedupeTtl : Math.max(dedupeTtl, 2 * maxAge)
}

function dedupeKey(token: string, { receiveId, message }: EventContext): string {
  // Without nonce and timestamp, because WeCom changes them when it repeats a message. With token and receive id,
  // because several apps may share one store and receive the same event. WeCom recommends `FromUserName` and
  // `CreateTime`, but then different events of the same second would have the same key.
  return `wecom:callback:${bytesToHex(sha256(utf8ToBytes(`${token}\n${receiveId}\n${message}`)))}`
}

function createFinder({ on = {}, onEvent }: CallbackHandlerOptions): (event: CallbackEvent) => Handler | undefined {
  const handlers = on as Readonly<Record<string, Handler | undefined>>
  const handlerOf = (name: string | undefined): Handler | undefined => {
    // The handlers may be the methods of a class, so they need not be own fields. Every object has `toString`.
    if (name === undefined || name in Object.prototype) return undefined
    const handler = handlers[name]
    return handler && ((event, context) => handler.call(on, event, context))
  }
  return ({ ChangeType, Event, InfoType }) => {
    const family = Event ?? InfoType
    return handlerOf(`${family}.${ChangeType}`) ?? handlerOf(ChangeType) ?? handlerOf(family) ?? onEvent
  }
}
