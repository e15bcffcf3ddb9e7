import type { Download, Endpoint } from '../endpoint/Endpoint.ts'
import type { RequestOptions } from '../client/types.ts'
import { type AnyWeComError, isWeComError } from '../errors/isWeComError.ts'
import { WeComMismatchError } from '../errors/WeComMismatchError.ts'
import { WeComValidationError } from '../errors/WeComValidationError.ts'
import type { MismatchEvent } from '../events/ClientEvent.ts'
import { notify } from '../events/notify.ts'
import type { Credential, TokenContext } from '../token/TokenSource.ts'
import { releaseAfter } from '../transport/releaseAfter.ts'
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

/** Makes one call, from its parameters to its result. */
export async function request<Params extends object, Result extends object>(
  context: RequestContext,
  endpoint: Endpoint<Params, Result>,
  params: Params,
  options: RequestOptions = {},
): Promise<Result> {
  const encoded = encode(endpoint, params)
  checkOptions(endpoint, params, options)
  const { signal, totalTimeout = context.totalTimeout } = options
  if (totalTimeout === undefined) return sendUntilDone(context, endpoint, params, encoded, options)

  const stop = stopSignal(signal, totalTimeout)
  let file: Download['body'] | undefined
  try {
    const result = await sendUntilDone(context, endpoint, params, encoded, { ...options, signal: stop.signal })
    if (endpoint.download) file = (result as Partial<Download>).body
    return file ? { ...result, body: releaseAfter(file, stop.release) } : result
  } finally {
    // The time limit is for a file to begin; the caller's signal goes on to reach it.
    if (file) stop.disarm()
    else stop.release()
  }
}

async function sendUntilDone<Result extends object>(
  context: RequestContext,
  endpoint: Endpoint<object, Result>,
  params: object,
  encoded: EncodedParams,
  { signal, timeout = context.timeout, headers }: RequestOptions,
): Promise<Result> {
  const { name, method, path } = endpoint
  const event = { endpoint: name, callId: Math.random().toString(36).slice(2) }
  const source = endpoint.token === 'none' ? undefined : context.token
  if (source && source.kind !== 'any' && source.kind !== endpoint.token) {
    const message = `this call takes a ${endpoint.token} token, and the client's token source gives ${source.kind} tokens`
    throw new WeComValidationError(endpoint, [{ path: '', message }])
  }
  const tokens: TokenContext = {
    baseUrl: context.baseUrl,
    signal,
    // Strict, as a token of another shape is none.
    request: (tokenEndpoint, tokenParams, { token = context.token, signal: tokenSignal } = {}) =>
      request({ ...context, token, strict: true }, tokenEndpoint, tokenParams, { signal: tokenSignal }),
    reportStoreFailure: (operation, errorName) =>
      notify(context.onEvent, { type: 'store-failure', ...event, operation, errorName }),
  }
  const throwIfStopped = (): void => {
    if (signal?.aborted) throw stopError(endpoint, signal, false)
  }

  let refreshed = false
  for (let attempt = 1; ; attempt++) {
    throwIfStopped()
    const credential = (source && (await untilAborted(source.get(tokens), signal))) ?? {}
    throwIfStopped()

    const assembled = assemble(context, endpoint, encoded, credential, headers)
    if (headers || credential.headers) checkHeaders(endpoint, assembled.headers)
    let startedAt = performance.now()
    const sendOnce = async (): Promise<Result> => {
      throwIfStopped()
      notify(context.onEvent, { type: 'request', ...event, attempt, method, path })
      // The listener may have aborted.
      throwIfStopped()
      startedAt = performance.now()
      const answer = await send(endpoint, assembled, {
        transport: context.transport,
        timeout,
        signal,
        maxResponseBytes: context.maxResponseBytes,
      })
      const { result, issues } = decode(endpoint, answer, {
        explain: context.explain,
        check: Boolean(context.strict || context.onMismatch || context.onEvent),
        mask: (text) => maskSecrets(text, params, headers, credential.headers, credential.query),
        maxResponseBytes: context.maxResponseBytes,
      })
      if (issues.length > 0) report(context, endpoint, { type: 'mismatch', ...event, issues })
      notify(context.onEvent, { type: 'response', ...event, attempt, durationMs: performance.now() - startedAt })
      return result
    }
    try {
      return await (context.limiter ? passLimiter(context.limiter, endpoint, sendOnce, signal, params) : sendOnce())
    } catch (error) {
      if (!isWeComError(error)) throw error
      notify(context.onEvent, {
        type: 'failure',
        ...event,
        attempt,
        durationMs: performance.now() - startedAt,
        error,
      })
      const next = afterFailure(error, {
        endpoint,
        attempt: refreshed ? attempt - 1 : attempt,
        refreshable: !refreshed && source?.drop !== undefined,
        retry: context.retry,
        random: Math.random(),
      })
      const drop = async (again?: AnyWeComError): Promise<void> =>
        untilAborted(source?.drop?.(credential, tokens, again) ?? Promise.resolve(), signal)
      if (next.do === 'throw' || signal?.aborted) {
        if (refreshed && isRejectedToken(error)) await drop(error)
        throw error
      }
      if (next.do === 'refresh') {
        refreshed = true
        await drop()
        notify(context.onEvent, { type: 'refresh', ...event, attempt: attempt + 1, error })
      } else {
        notify(context.onEvent, { type: 'retry', ...event, attempt: attempt + 1, waitMs: next.milliseconds, error })
        await sleep(next.milliseconds, signal)
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
  const search = new URLSearchParams({ ...credential.query, ...query }).toString()
  return {
    url: `${baseUrl}${path}${search && `?${search}`}`,
    headers: {
      ...headers,
      // Only browsers have a location; there the header would turn simple requests into preflighted ones.
      ...(globalThis.location ? {} : { 'user-agent': userAgent }),
      ...(body && { 'content-type': typeof body === 'string' ? 'application/json; charset=utf-8' : body.type }),
      ...credential.headers,
    },
    body,
  }
}

function report(context: RequestContext, endpoint: Endpoint<object, object>, event: MismatchEvent): void {
  if (context.strict) throw new WeComMismatchError(endpoint, event.issues)
  notify(context.onMismatch, event)
  notify(context.onEvent, event)
}
