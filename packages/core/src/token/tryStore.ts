import type { StoreFailureEvent } from '../events/ClientEvent.ts'
import type { TokenContext } from './TokenSource.ts'

/**
 * Runs one operation of a token store for no longer than `timeout` milliseconds. A failing store costs a request for a
 * token, never a call: the client reports it and goes on. The store's error goes no further, as it may hold the token.
 *
 * @param timeout - without it, the operation ends by itself.
 * @returns what the store gives; null when it failed or did not answer in time.
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
    // An aborted wait is no failure of the store.
    if (!signal?.aborted) context.reportStoreFailure(operation, error instanceof Error ? error.name : typeof error)
    return null
  } finally {
    clearTimeout(timer)
  }
}
