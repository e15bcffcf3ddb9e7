import type { RequestOptions } from '../client/types.ts'
import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import { sleep, stopError, stopSignal } from '../request/stopSignal.ts'

export interface PollOptions extends RequestOptions {
  /** Milliseconds between the first query, which is made at once, and the second. Default 2,000. */
  readonly minDelay?: number | undefined
  /** What each further wait is multiplied by. Default 1.5. */
  readonly growth?: number | undefined
  /** The longest wait between two queries in milliseconds. Default 30,000. */
  readonly maxDelay?: number | undefined
  /** Milliseconds for the whole, all queries and waits included. Default 600,000: ten minutes. */
  readonly totalTimeout?: number | undefined
}

/**
 * Waits for the result of an asynchronous task: asks again and again, at growing distances.
 * `signal` and `totalTimeout` end queries and waits alike.
 *
 * @param endpoint - what is asked, for errors.
 * @param ask - makes one query with the options it is given; undefined means: not yet.
 * @param options - {@link PollOptions}
 * @throws {WeComTimeoutError} there was no result within `totalTimeout`.
 *
 * @example
 * const status = await poll(getJobEndpoint, async (options) => {
 *   const job = await getJob(client, { jobid }, options)
 *   return job.status === 1 ? undefined : job.status
 * })
 */
export async function poll<T>(
  endpoint: AnyEndpoint,
  ask: (options: RequestOptions) => Promise<T | undefined>,
  { minDelay = 2_000, growth = 1.5, maxDelay = 30_000, totalTimeout = 600_000, signal, ...options }: PollOptions = {},
): Promise<T> {
  const stop = stopSignal(signal, totalTimeout)
  try {
    for (let delay = minDelay; ; delay *= growth) {
      const answer = await ask({ ...options, signal: stop.signal })
      if (answer !== undefined) return answer
      await sleep(Math.min(delay, maxDelay), stop.signal)
      if (stop.signal.aborted) throw stopError(endpoint, stop.signal, false)
    }
  } finally {
    stop.release()
  }
}
