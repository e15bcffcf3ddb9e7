import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import { isOnceOnly } from '../endpoint/isOnceOnly.ts'
import { WeComNetworkError } from '../errors/WeComNetworkError.ts'
import { stopError, watchStop } from '../request/stopSignal.ts'
import type { Answer } from './Answer.ts'
import { readConnectionFailure } from './connectionFailure.ts'
import { releaseAfter } from './releaseAfter.ts'
import type { Transport, TransportRequest, TransportResponse } from './Transport.ts'

export type WireRequest = Pick<TransportRequest, 'url' | 'headers' | 'body'>

export interface SendOptions {
  readonly transport: Transport
  /** Milliseconds until the answer must be complete. */
  readonly timeout: number
  readonly signal: AbortSignal | undefined
  /** The longest body that is read, in bytes after decompression. Files have no limit. */
  readonly maxResponseBytes: number
}

/**
 * Sends one request and reads the answer to its end; only a file is handed on as it arrives. The errors of transports
 * carry the whole URL, and with it the token: none of them leaves this function.
 */
export async function send(
  endpoint: AnyEndpoint,
  request: WireRequest,
  { transport, timeout, signal, maxResponseBytes }: SendOptions,
): Promise<Answer> {
  if (signal?.aborted) throw stopError(endpoint, signal, false)
  const once = isOnceOnly(endpoint)
  const { promise: stopped, resolve } = Promise.withResolvers<unknown>()
  const stop = watchStop(signal, timeout, resolve)
  const exchange = async (): Promise<Answer> => {
    const response = await transport.send({ ...request, method: endpoint.method, once, stopped })
    const { status, headers } = response
    // In this order, as `body` may be made when it is asked for.
    const file = endpoint.download && isFile(response) && response.body
    if (file) return { status, headers, text: '', file: releaseAfter(file, stop.release) }
    return { status, headers, text: await response.text(maxResponseBytes) }
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

/** Failures come in place of the file: as JSON, or, from whatever is on the way, as a page of text. */
function isFile({ status, headers }: TransportResponse): boolean {
  if (status > 299) return false
  return headers.has('content-disposition') || !/json|text|^$/i.test(headers.get('content-type') ?? '')
}
