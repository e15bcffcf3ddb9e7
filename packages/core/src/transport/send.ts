import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import { isOnceOnly } from '../endpoint/isOnceOnly.ts'
import { WeComNetworkError } from '../errors/WeComNetworkError.ts'
import { stopError, watchStop } from '../request/stopSignal.ts'
import type { Answer } from './Answer.ts'
import { readConnectionFailure } from './connectionFailure.ts'
import type { Transport, TransportRequest, TransportResponse } from './Transport.ts'

export type WireRequest = Pick<TransportRequest, 'url' | 'headers' | 'body'>

export interface SendOptions {
  readonly transport: Transport
  /** Milliseconds until the answer must be complete. */
  readonly timeout: number
  readonly signal: AbortSignal | undefined
}

/**
 * Sends one request and reads the answer to its end; only a file is handed on as it arrives. The errors of transports
 * carry the whole URL, and with it the token: none of them leaves this function.
 */
export async function send(
  endpoint: AnyEndpoint,
  request: WireRequest,
  { transport, timeout, signal }: SendOptions,
): Promise<Answer> {
  if (signal?.aborted) throw stopError(endpoint, signal, false)
  const once = isOnceOnly(endpoint)
  const { promise: stopped, resolve } = Promise.withResolvers<unknown>()
  const stop = watchStop(signal, timeout, resolve)
  let release = stop.release
  const exchange = async (): Promise<Answer> => {
    const response = await transport.send({ ...request, method: endpoint.method, once, stopped })
    const { status, headers } = response
    if (endpoint.download && response.body && isFile(response)) {
      // The time limit is for the answer to begin; the caller's signal goes on to reach the file.
      release = stop.disarm
      return { status, headers, text: '', file: response.body }
    }
    return { status, headers, text: await response.text() }
  }
  try {
    return await Promise.race([
      // Ahead of the exchange, so that it is the error of the call; a transport of the user's own may not listen at all.
      stopped.then((reason) => {
        throw stopError(endpoint, { reason }, once)
      }),
      exchange().catch((error: unknown) => {
        const { code, unsent } = readConnectionFailure(error)
        throw new WeComNetworkError(endpoint, code, once && !unsent)
      }),
    ])
  } finally {
    release()
  }
}

/** Failures come in place of the file: as JSON, or, from whatever is on the way, as a page of text. */
function isFile({ status, headers }: TransportResponse): boolean {
  if (status > 299) return false
  return headers.has('content-disposition') || !/json|text|^$/i.test(headers.get('content-type') ?? '')
}
