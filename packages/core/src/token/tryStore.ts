import type { StoreFailureEvent } from '../events/ClientEvent.ts'
import type { TokenContext } from './TokenSource.ts'

/**
 * Runs one operation of a store. If the operation fails, this function reports the failure to `onEvent` and does not
 * throw. It drops the error of the store, because the error may contain the token.
 *
 * @param timeout - time limit of the operation, in milliseconds. If omitted, there is no limit.
 * @returns the result of the operation, or null if the operation failed or exceeded the limit.
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
