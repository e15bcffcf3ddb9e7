import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import type { Limiter } from '../limits/Limiter.ts'
import { stopError, untilAborted } from './stopSignal.ts'

/**
 * Runs an attempt through a limiter. The user's limiter may ignore the signal: after an abort, an attempt that has not
 * begun counts as not sent; for one that has begun, its own outcome counts.
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
