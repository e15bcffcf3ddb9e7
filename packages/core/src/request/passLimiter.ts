import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import type { Limiter } from '../limits/Limiter.ts'
import { stopError, untilAborted } from './stopSignal.ts'

/**
 * Makes an attempt through a limiter. A limiter of the user's own may not listen to the signal: an attempt that has not
 * begun then counts as not sent; one that has begun says itself how it ended.
 */
export async function passLimiter<Result extends object>(
  limiter: Limiter,
  endpoint: AnyEndpoint,
  attempt: () => Promise<Result>,
  signal: AbortSignal | undefined,
  params: object,
): Promise<Result> {
  let begun: Promise<Result> | undefined
  const begin = (): Promise<Result> => (begun = attempt())
  const result = await untilAborted(limiter.run(endpoint, begin, signal, params), signal)
  if (result || !signal?.aborted) return result as Result
  if (begun) return begun
  throw stopError(endpoint, signal, false)
}
