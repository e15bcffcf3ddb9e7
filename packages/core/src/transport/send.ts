import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import { isOnceOnly } from '../endpoint/isOnceOnly.ts'
import { WeComNetworkError } from '../errors/WeComNetworkError.ts'
import { stopError, stopSignal, untilAborted } from '../request/stopSignal.ts'
import type { Answer } from './Answer.ts'
import { releaseAfter } from './releaseAfter.ts'
import { readText } from './readText.ts'
import type { Fetch, Transport } from './Transport.ts'

export interface WireRequest {
  readonly url: string
  readonly headers: Record<string, string>
  readonly body: string | FormData | undefined
}

export interface SendOptions {
  readonly transport: Transport
  readonly fetch: Fetch | undefined
  /** Milliseconds until the answer must be complete. */
  readonly timeout: number
  readonly signal: AbortSignal | undefined
  /** The longest body that is read, in bytes after decompression. Files have no limit. */
  readonly maxResponseBytes: number
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
 * Sends one request and reads the answer to its end; only a file is handed on as it arrives. The errors of `fetch` and ky
 * carry the whole URL, and with it the token: none of them leaves this function.
 */
export async function send(
  endpoint: AnyEndpoint,
  { url, headers: requestHeaders, body }: WireRequest,
  // The `fetch` of the moment, so that whoever replaces it later is heard.
  { transport, fetch = globalThis.fetch, timeout, signal, maxResponseBytes }: SendOptions,
): Promise<Answer> {
  const stop = stopSignal(signal, timeout)
  const once = isOnceOnly(endpoint)
  const exchange = async (): Promise<Answer> => {
    const response = await transport(
      url,
      {
        method: endpoint.method,
        headers: requestHeaders,
        // Followed, a redirect would take the token elsewhere and could turn a POST into a GET.
        redirect: 'manual',
        signal: stop.signal,
        ...(body === undefined ? {} : { body: once ? unrepeatable(body) : body }),
      },
      fetch,
    )
    const { status, headers } = response
    if (endpoint.download && response.body && isFile(response)) {
      return { status, headers, text: '', file: signal ? releaseAfter(response.body, stop.release) : response.body }
    }
    return { status, headers, text: await readText(response, maxResponseBytes) }
  }
  let answer: Answer | undefined
  try {
    // A `fetch` of the user's own may not listen to the signal.
    answer = await untilAborted(exchange(), stop.signal)
    if (answer) return answer
  } catch (error) {
    if (!stop.signal.aborted) {
      const code = readCode(error)
      throw new WeComNetworkError(endpoint, code, once && !notConnected.includes(code))
    }
  } finally {
    // The time limit is for a file to begin; the caller's signal goes on to reach it.
    if (answer?.file) stop.disarm()
    else stop.release()
  }
  throw stopError(endpoint, stop.signal, once)
}

/**
 * Deno's `fetch` sends a text again by itself when the connection closes before the answer, a POST as well;
 * a Blob it does not.
 */
function unrepeatable(body: string | FormData): BodyInit {
  return typeof body === 'string' && 'Deno' in globalThis ? new Blob([body]) : body
}

/** The runtime's code for what went wrong: on the error itself, or on a cause below it. Causes may form a circle. */
function readCode(error: unknown, depth = 0): string | undefined {
  if (!(error instanceof Error) || depth > 8) return undefined
  if ('code' in error && typeof error.code === 'string') return error.code
  return readCode(error.cause, depth + 1)
}

/** Failures come in place of the file: as JSON, or, from whatever is on the way, as a page of text. */
function isFile({ ok, headers }: Response): boolean {
  return ok && (headers.has('content-disposition') || !/json|text|^$/i.test(headers.get('content-type') ?? ''))
}
