import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import type { Limiter } from '../limits/Limiter.ts'
import { stopError, untilAborted } from './stopSignal.ts'

/**
 * Sends one HTTP request through the option `limiter` of the client, which decides when the request starts. After an
 * abort, this function does not wait for the limiter, which may ignore the signal. A request that the limiter has not
 * started counts as not sent. A started request ends with its own result or error.
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
  throw stopError(endpoint, signal.reason, false)
}
