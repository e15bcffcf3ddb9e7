import type { Download, Endpoint } from '../endpoint/Endpoint.ts'
import type { RequestOptions } from '../client/types.ts'
import { isWeComError } from '../errors/isWeComError.ts'
import { WeComMismatchError } from '../errors/WeComMismatchError.ts'
import { WeComValidationError } from '../errors/WeComValidationError.ts'
import type { ClientEvent, MismatchEvent } from '../events/ClientEvent.ts'
import { notify } from '../events/notify.ts'
import type { Credential, TokenContext } from '../token/TokenSource.ts'
import { send, type WireRequest } from '../transport/send.ts'
import { afterFailure, isRejectedToken } from './afterFailure.ts'
import type { RequestContext } from './context.ts'
import { checkHeaders } from './checkHeaders.ts'
import { checkOptions } from './checkOptions.ts'
import { decode } from './decode.ts'
import { type EncodedParams, encode } from './encode.ts'
import { maskSecrets } from './maskSecrets.ts'
import { passLimiter } from './passLimiter.ts'
import { sleep, stopError, stopSignal, untilAborted } from './stopSignal.ts'

type Emitted<Event = ClientEvent> = Event extends ClientEvent ? Omit<Event, 'endpoint' | 'callId'> : never

export async function request<Params extends object, Result extends object>(
  context: RequestContext,
  endpoint: Endpoint<Params, Result>,
  params: Params,
  options: RequestOptions = {},
): Promise<Result> {
  const encoded = encode(endpoint, params)
  checkOptions(endpoint, params, options)
  const { signal, totalTimeout = context.totalTimeout ?? (signal && Infinity) } = options
  if (!totalTimeout) return sendUntilDone(context, endpoint, params, encoded, options)

  // One signal a call: a thousand calls may share the signal of the caller, and each of its listeners makes it slower.
  const stop = stopSignal(signal, totalTimeout)
  let file: Download | undefined
  try {
    const result = await sendUntilDone(context, endpoint, params, encoded, { ...options, signal: stop.signal })
    file = endpoint.download?.(result as Result & Download, stop)
    return (file as Result | undefined) ?? result
  } finally {
    // A file releases the signal when it ends.
    if (!file) stop.release()
  }
}

async function sendUntilDone<Result extends object>(
  context: RequestContext,
  endpoint: Endpoint<object, Result>,
  params: object,
  encoded: EncodedParams,
  { signal, timeout = context.timeout, headers }: RequestOptions,
): Promise<Result> {
  const callId = String(Math.random()).slice(2)
  const emit = (event: Emitted): void => {
    if (context.onEvent) notify(context.onEvent, { endpoint: endpoint.name, callId, ...event })
  }
  const source = endpoint.token === 'none' ? undefined : context.token
  if (source && source.kind !== 'any' && source.kind !== endpoint.token) {
    const message = `this call needs a ${endpoint.token} token, the client has a ${source.kind} token`
    throw new WeComValidationError(endpoint, [{ path: '', message }])
  }
  const tokens: TokenContext = {
    baseUrl: context.baseUrl,
    signal,
    // Strict, because an answer of another shape holds no token.
    request: (tokenEndpoint, tokenParams, { token = context.token, ...tokenOptions } = {}) =>
      request({ ...context, token, strict: true }, tokenEndpoint, tokenParams, tokenOptions),
    emit,
  }
  const throwIfStopped = (): void => {
    if (signal?.aborted) throw stopError(endpoint, signal.reason, false)
  }

  let refreshed = false
  for (let attempt = 1; ; attempt++) {
    throwIfStopped()
    let credential = (source && (await untilAborted(source.get(tokens), signal))) ?? {}
    throwIfStopped()
    checkHeaders(endpoint, { ...headers, ...credential.headers })

    let startedAt = performance.now()
    const sendOnce = async (): Promise<Result> => {
      throwIfStopped()
      // The token may have expired while the call waited for its place.
      credential = { ...credential, ...source?.peek?.(tokens) }
      const assembled = assemble(context, endpoint, encoded, credential, headers)
      emit({ type: 'request', attempt, method: endpoint.method, path: endpoint.path })
      // A listener may have aborted the call.
      throwIfStopped()
      startedAt = performance.now()
      const answer = await send(context, endpoint, assembled, timeout, signal)
      const { result, issues } = decode(context, endpoint, answer, (text) =>
        maskSecrets(text, params, headers, credential.headers, credential.query),
      )
      if (issues[0]) {
        if (context.strict) throw new WeComMismatchError(endpoint, issues)
        const mismatch: MismatchEvent = { type: 'mismatch', endpoint: endpoint.name, callId, issues }
        notify(context.onMismatch, mismatch)
        emit(mismatch)
      }
      emit({ type: 'response', attempt, durationMs: performance.now() - startedAt })
      return result
    }
    try {
      return await (context.limiter ? passLimiter(context.limiter, endpoint, sendOnce, signal, params) : sendOnce())
    } catch (error) {
      if (!isWeComError(error)) throw error
      emit({ type: 'failure', attempt, durationMs: performance.now() - startedAt, error })
      const next = signal?.aborted
        ? 'throw'
        : afterFailure(error, {
            endpoint,
            attempt: refreshed ? attempt - 1 : attempt,
            refreshable: !refreshed && source?.drop !== undefined,
            retry: context.retry,
            random: Math.random(),
          })
      if (isRejectedToken(error)) {
        await untilAborted(Promise.resolve(source?.drop?.(credential, tokens, refreshed ? error : undefined)), signal)
      }
      if (next === 'throw') throw error
      if (next === 'refresh') {
        refreshed = true
        emit({ type: 'refresh', attempt: attempt + 1, error })
      } else {
        emit({ type: 'retry', attempt: attempt + 1, waitMs: next, error })
        await sleep(next, signal)
      }
    }
  }
}

function assemble(
  { baseUrl, userAgent }: RequestContext,
  { path }: Pick<Endpoint<object, object>, 'path'>,
  { query, body }: EncodedParams,
  credential: Credential,
  headers: RequestOptions['headers'],
): WireRequest {
  // The token comes first in the URL, and no parameter replaces it.
  const search = new URLSearchParams({ ...credential.query, ...query, ...credential.query }).toString()
  return {
    url: `${baseUrl}${path}${search && `?${search}`}`,
    headers: {
      ...headers,
      // Only browsers have a location. There the header would cause a preflight request.
      ...(globalThis.location ? {} : { 'user-agent': userAgent }),
      ...(body && { 'content-type': typeof body === 'string' ? 'application/json; charset=utf-8' : body.type }),
      ...credential.headers,
    },
    body,
  }
}
