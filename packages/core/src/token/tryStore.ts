import type { StoreFailureEvent } from '../events/ClientEvent.ts'
import type { TokenContext } from './TokenSource.ts'

/**
 * Runs one operation of a token store or suite store. If the operation fails, the function returns null and reports the
 * failure to the option `onEvent` of the client. The report contains only the name of the error, because the message of
 * the error may contain the token.
 *
 * @param timeout - in milliseconds. If undefined, there is no limit.
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
