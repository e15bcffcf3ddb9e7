import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import { isOnceOnly } from '../endpoint/isOnceOnly.ts'
import { WeComNetworkError } from '../errors/WeComNetworkError.ts'
import type { RequestContext } from '../request/context.ts'
import { stopError, watchStop } from '../request/stopSignal.ts'
import type { Answer } from './Answer.ts'
import { readConnectionFailure } from './connectionFailure.ts'
import type { TransportRequest } from './Transport.ts'

export type WireRequest = Pick<TransportRequest, 'url' | 'headers' | 'body'>

/**
 * Sends one request and reads the answer to its end; only a file is handed on as it arrives. The errors of transports
 * carry the whole URL, and with it the token: none of them leaves this function.
 *
 * @param timeout - milliseconds until the answer must be complete, or a file must have begun.
 */
export async function send(
  { transport, maxResponseBytes }: Pick<RequestContext, 'transport' | 'maxResponseBytes'>,
  endpoint: AnyEndpoint,
  request: WireRequest,
  timeout: number,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  // A listener of the request may have aborted.
  if (signal?.aborted) throw stopError(endpoint, signal, false)
  const once = isOnceOnly(endpoint)
  const { promise: stopped, resolve } = Promise.withResolvers<unknown>()
  const stop = watchStop(signal, timeout, resolve)
  const exchange = async (): Promise<Answer> => {
    const response = await transport.send({ ...request, method: endpoint.method, once, stopped })
    const { status, headers } = response
    const file = endpoint.download?.(response, signal && stop.release)
    return { status, headers, file, text: file ? '' : await response.text(maxResponseBytes) }
  }
  let answer: Answer | undefined
  try {
    answer = await Promise.race([
      // Ahead of the exchange, so that it is the error of the call; a transport of the user's own may not listen at all.
      stopped.then((reason) => {
        throw stopError(endpoint, { reason }, once)
      }),
      exchange().catch((error: unknown) => {
        const { code, unsent } = readConnectionFailure(error)
        throw new WeComNetworkError(endpoint, code, once && !unsent)
      }),
    ])
    return answer
  } finally {
    // The time limit is for a file to begin; the caller's signal goes on to reach it.
    if (answer?.file) stop.disarm()
    else stop.release()
  }
}
