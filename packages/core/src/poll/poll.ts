import type { RequestOptions } from '../client/types.ts'
import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import { sleep, stopError, stopSignal, untilAborted } from '../request/stopSignal.ts'
import { checkNumber } from '../settings/checkNumber.ts'

export interface PollOptions extends RequestOptions {
  /** Wait between the first and the second query, in milliseconds. The first query starts at once. Default 2,000. */
  readonly minDelay?: number | undefined
  /** Factor by which each wait is longer than the wait before it. Default 1.5. */
  readonly growth?: number | undefined
  /** Longest wait between two queries, in milliseconds. Default 30,000. */
  readonly maxDelay?: number | undefined
  /** Time limit for all queries and waits together, in milliseconds. Default 600,000 (ten minutes). */
  readonly totalTimeout?: number | undefined
}

/**
 * Waits for the result of an asynchronous task of WeCom. Queries the result repeatedly, with growing delays, until
 * there is a result, `signal` aborts or `totalTimeout` has passed.
 *
 * @param endpoint - the endpoint of the query. Error messages contain its name.
 * @param ask - function that makes one query. Pass its argument on as the options of the call. If there is no result
 *   yet, the function must return undefined.
 * @param options - {@link PollOptions}
 * @throws {WeComTimeoutError} there was no result within `totalTimeout`.
 * @throws {RangeError} `minDelay`, `maxDelay`, `growth` or a timeout is not allowed. Nothing was sent.
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
  checkNumber('poll: minDelay', minDelay, 'a non-negative integer')
  checkNumber('poll: maxDelay', maxDelay, 'a non-negative integer')
  checkNumber('poll: totalTimeout', totalTimeout, 'a positive number')
  if (!Number.isFinite(growth) || growth < 1) {
    throw new RangeError(`poll: growth must be a finite number of at least 1, got ${growth}`)
  }
  const stop = stopSignal(signal, totalTimeout)
  try {
    for (let delay = minDelay; ; delay *= growth) {
      // The user's query may ignore the signal.
      const answer = await untilAborted(ask({ ...options, signal: stop.signal }), stop.signal)
      if (answer !== undefined) return answer
      await sleep(Math.min(delay, maxDelay), stop.signal)
      if (stop.signal.aborted) throw stopError(endpoint, stop.signal.reason, false)
    }
  } finally {
    stop.release()
  }
}
