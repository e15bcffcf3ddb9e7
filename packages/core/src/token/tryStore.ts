import type { StoreFailureEvent } from '../events/ClientEvent.ts'
import type { TokenContext } from './TokenSource.ts'

/**
 * Runs one operation of a token store for at most `timeout` milliseconds. A failing store never fails a call: the
 * client reports the failure and continues. The error of the store is not passed on, because it may contain the token.
 *
 * @param timeout - if omitted, the operation must end by itself.
 * @returns the result of the store, or null if the store failed or did not answer in time.
 */
export async function tryStore<T>(
  operation: StoreFailureEvent['operation'],
  work: () => Promise<T>,
  timeout: number | undefined,
  context: TokenContext,
  signal?: AbortSignal,
): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<never>((_resolve, reject) => {
    if (timeout === undefined) return
    timer = setTimeout(() => reject(new DOMException('the store did not answer', 'TimeoutError')), timeout)
  })
  try {
    return await Promise.race([work(), tooLate])
  } catch (error) {
    // An aborted wait is not a failure of the store.
    if (!signal?.aborted) {
      const errorName = error instanceof Error ? error.name : typeof error
      context.emit({ type: 'store-failure', operation, errorName })
    }
    return null
  } finally {
    clearTimeout(timer)
  }
}
