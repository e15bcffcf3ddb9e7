import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import { isOnceOnly } from '../endpoint/isOnceOnly.ts'
import { WeComNetworkError } from '../errors/WeComNetworkError.ts'
import { stopError, stopSignal } from '../request/stopSignal.ts'
import type { Answer } from './Answer.ts'
import type { Fetch, Transport } from './Transport.ts'

export interface WireRequest {
  readonly url: string
  readonly headers: Record<string, string>
  readonly body: string | undefined
}

export interface SendOptions {
  readonly transport: Transport
  readonly fetch: Fetch | undefined
  /** Milliseconds until the answer must be complete. */
  readonly timeout: number
  readonly signal: AbortSignal | undefined
}

/** With these no connection came about, so nothing can have happened on the other side. */
const notConnected: readonly (string | undefined)[] = [
  'ECONNREFUSED',
  'ConnectionRefused',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
]

/**
 * Sends one request and reads the answer to its end. The errors of `fetch` and ky carry the whole URL, and with it
 * the token: none of them leaves this function.
 */
export async function send(
  endpoint: AnyEndpoint,
  { url, headers, body }: WireRequest,
  // The `fetch` of the moment, so that whoever replaces it later is heard.
  { transport, fetch = globalThis.fetch, timeout, signal }: SendOptions,
): Promise<Answer> {
  const stop = stopSignal(signal, timeout)
  try {
    const response = await transport(
      url,
      {
        method: endpoint.method,
        headers,
        // Followed, a redirect would take the token elsewhere and could turn a POST into a GET.
        redirect: 'manual',
        signal: stop.signal,
        ...(body === undefined ? {} : { body }),
      },
      fetch,
    )
    return { status: response.status, headers: response.headers, text: await response.text() }
  } catch (error) {
    const once = isOnceOnly(endpoint)
    if (stop.signal.aborted) throw stopError(endpoint, stop.signal, once)
    const code = readCode(error)
    throw new WeComNetworkError(endpoint, code, once && !notConnected.includes(code))
  } finally {
    stop.release()
  }
}

/** The runtime's code for what went wrong: on the error itself, or on a cause below it. */
function readCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if ('code' in error && typeof error.code === 'string') return error.code
  return readCode(error.cause)
}
