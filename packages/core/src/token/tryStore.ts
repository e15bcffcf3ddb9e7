import type { StoreFailureEvent } from '../events/ClientEvent.ts'
import type { TokenContext } from './TokenSource.ts'

/**
 * Runs one operation of a token store for at most `timeout` milliseconds. A failing store never fails a call: the
 * client reports it and continues. The store's error is not passed on, because it may hold the token.
 *
 * @param timeout - if omitted, the operation must end by itself.
 * @returns the result of the store; null if it failed or did not answer in time.
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
    if (!signal?.aborted) context.reportStoreFailure(operation, error instanceof Error ? error.name : typeof error)
    return null
  } finally {
    clearTimeout(timer)
  }
}
