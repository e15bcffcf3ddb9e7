import { dedupeKey } from '../dedupe/dedupeKey.ts'
import type { DedupeStore } from '../dedupe/DedupeStore.ts'
import { memoryDedupeStore } from '../dedupe/memoryDedupeStore.ts'
import type { CallbackEvent } from '../events/CallbackEvent.ts'
import type { CallbackHandlerOptions, EventContext } from './CallbackHandlerOptions.ts'
import { findHandler } from './findHandler.ts'
import { report } from './report.ts'

/**
 * Has an event handled, once however often it is delivered.
 *
 * @returns whether WeCom need not deliver it again; failures go to `onError`.
 */
export type Deliver = (event: CallbackEvent, context: EventContext) => Promise<boolean>

const defaultTtl = 10 * 60_000

export function createDelivery(options: CallbackHandlerOptions): Deliver {
  const store = options.dedupe ?? memoryDedupeStore()
  const ttl = timeToRemember(options)
  /** What this process is at work on: a delivery that comes meanwhile ends as the first one does. */
  const running = new Map<string, Promise<boolean>>()

  const workOnce = async (key: string, event: CallbackEvent, work: () => Promise<unknown>): Promise<boolean> => {
    try {
      if (await store.add(key, ttl)) await forgetOnFailure(store, key, work)
      return true
    } catch (error) {
      void report(options, error, event)
      return false
    }
  }

  return async (event, context) => {
    const handler = findHandler(options, event)
    if (!handler) return true
    const key = dedupeKey(options.token, context.receiveId, context.message)
    const known = running.get(key)
    if (known) return known
    const work = workOnce(key, event, async () => handler(event, context))
    running.set(key, work)
    return work.finally(() => running.delete(key))
  }
}

/** At least as long as the same request would be accepted: `maxAge` counts both ways. */
function timeToRemember({ dedupeTtl = defaultTtl, maxAge = Infinity }: CallbackHandlerOptions): number {
  return maxAge === Infinity ? dedupeTtl : Math.max(dedupeTtl, 2 * maxAge)
}

/** After a failure the event may come again. If the store fails too, the first failure is the one to hear about. */
async function forgetOnFailure(store: DedupeStore, key: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    try {
      await store.delete(key)
    } catch {
      // The key stays until its time is over.
    }
    throw error
  }
}
