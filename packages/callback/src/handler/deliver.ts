import { dedupeKey } from '../dedupe/dedupeKey.ts'
import type { DedupeStore } from '../dedupe/DedupeStore.ts'
import type { CallbackEvent } from '../events/CallbackEvent.ts'
import type { CallbackHandlerOptions, EventContext } from './CallbackHandlerOptions.ts'
import { findHandler } from './findHandler.ts'

const defaultTtl = 10 * 60_000

/**
 * Has an event handled, once however often it is delivered.
 *
 * @param store - knows what was taken on before.
 * @returns whether WeCom need not deliver it again; failures go to `onError`.
 */
export async function deliver(
  options: CallbackHandlerOptions,
  store: DedupeStore,
  event: CallbackEvent,
  context: EventContext,
): Promise<boolean> {
  const handler = findHandler(options, event)
  if (!handler) return true
  try {
    const key = dedupeKey(options.token, context.receiveId, context.message)
    const isFirst = await store.add(key, options.dedupeTtl ?? defaultTtl)
    if (isFirst) await forgetOnFailure(store, key, async () => handler(event, context))
    return true
  } catch (error) {
    options.onError?.(error, event)
    return false
  }
}

/** After a failure the event may come again. If the store fails too, the first failure is the one to hear about. */
async function forgetOnFailure(store: DedupeStore, key: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    await store.delete(key).catch(() => {})
    throw error
  }
}
