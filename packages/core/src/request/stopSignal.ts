import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import { WeComAbortError } from '../errors/WeComAbortError.ts'
import { WeComTimeoutError } from '../errors/WeComTimeoutError.ts'

class TimeIsUp {
  declare readonly milliseconds: number

  constructor(milliseconds: number) {
    this.milliseconds = milliseconds
  }
}

// In milliseconds (24 days). With a longer time, `setTimeout` calls its function at once.
const longestTimer = 2 ** 31 - 1

export interface StopHandle {
  /** The caller's abort signal, if a file must call `release` when it ends. */
  readonly outer?: AbortSignal | undefined
  /** Ends the time limit of a request. The caller's abort signal can still abort the request. */
  readonly disarm: () => void
  /** Ends the time limit of a request, and stops listening to the caller's abort signal. */
  readonly release: () => void
}

export function onStop(
  outer: AbortSignal | undefined,
  milliseconds: number,
  stop: (reason: unknown) => void,
): StopHandle {
  const forget = onAbort(outer, () => stop(outer?.reason))
  const timer = setTimeout(() => stop(new TimeIsUp(milliseconds)), Math.min(milliseconds, longestTimer))
  const disarm = (): void => clearTimeout(timer)
  return {
    disarm,
    release: () => {
      disarm()
      forget()
    },
  }
}

function onAbort(signal: AbortSignal | undefined, listener: () => void): () => void {
  if (signal?.aborted) listener()
  signal?.addEventListener('abort', listener)
  return () => signal?.removeEventListener('abort', listener)
}

export function stopSignal(outer: AbortSignal | undefined, milliseconds: number): StopHandle & { signal: AbortSignal } {
  const controller = new AbortController()
  return { signal: controller.signal, outer, ...onStop(outer, milliseconds, (reason) => controller.abort(reason)) }
}

export function stopError(
  endpoint: AnyEndpoint,
  reason: unknown,
  ambiguous: boolean,
): WeComAbortError | WeComTimeoutError {
  return reason instanceof TimeIsUp
    ? new WeComTimeoutError(endpoint, reason.milliseconds, ambiguous)
    : new WeComAbortError(endpoint, reason, ambiguous)
}

/**
 * Waits until `promise` settles or the signal aborts. After an abort, the returned promise resolves to undefined, and a
 * later error of `promise` is ignored. So the caller must check the signal.
 */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T | undefined> {
  if (!signal) return promise
  return new Promise((resolve, reject) => {
    const forget = onAbort(signal, () => resolve(undefined))
    promise.then(resolve, reject).finally(forget)
  })
}

/**
 * Waits for a time, or until a signal aborts. It does not throw after an abort, so the caller must check the signal.
 */
export async function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<unknown>()
  const { release } = onStop(signal, milliseconds, resolve)
  await promise
  release()
}
