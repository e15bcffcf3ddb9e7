import type { AnyEndpoint, Download } from '../endpoint/Endpoint.ts'
import { isOnceOnly } from '../endpoint/isOnceOnly.ts'
import { WeComNetworkError } from '../errors/WeComNetworkError.ts'
import type { RequestContext } from '../request/context.ts'
import { onStop, stopError } from '../request/stopSignal.ts'
import type { Answer } from './Answer.ts'
import { readConnectionFailure } from '#connectionFailure'
import type { TransportRequest } from './Transport.ts'

export type WireRequest = Pick<TransportRequest, 'url' | 'headers' | 'body'>

/**
 * Sends one HTTP request and reads the answer. If the answer is a file, `send` returns while the bytes of the file are
 * still arriving. If the transport throws an error, `send` throws a new error without the message of the first error,
 * because this message may contain the token.
 *
 * @param timeout - in milliseconds. It applies until the answer is complete, or until a file begins to arrive.
 */
export async function send(
  { transport, maxResponseBytes }: Pick<RequestContext, 'transport' | 'maxResponseBytes'>,
  endpoint: AnyEndpoint,
  request: WireRequest,
  timeout: number,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  const once = isOnceOnly(endpoint)
  const { promise: stopped, resolve } = Promise.withResolvers<unknown>()
  const stop = onStop(signal, timeout, resolve)
  let file: Download | undefined
  const exchange = async (): Promise<Answer> => {
    const response = await transport.send({ ...request, method: endpoint.method, once, stopped })
    file = endpoint.download?.(response, stop)
    return { response, file, text: file ? '' : await response.text(maxResponseBytes) }
  }
  try {
    // A race also gives the errors a stack that leads to the caller.
    return await Promise.race([
      // Before the exchange, so that this error wins; the user's transport may ignore `stopped`.
      stopped.then((reason) => {
        throw stopError(endpoint, reason, once)
      }),
      exchange().catch((error: unknown) => {
        const { code, unsent } = readConnectionFailure(error)
        throw new WeComNetworkError(endpoint, code, once && !unsent)
      }),
    ])
  } finally {
    // An abort of the call still stops a file.
    if (!file) stop.release()
  }
}
