import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import { WeComAbortError } from '../errors/WeComAbortError.ts'
import { WeComTimeoutError } from '../errors/WeComTimeoutError.ts'

/** Abort reason of a signal whose time limit was exceeded. */
class TimeIsUp {
  declare readonly milliseconds: number

  constructor(milliseconds: number) {
    this.milliseconds = milliseconds
  }
}

/**
 * Longest time that `setTimeout` supports, in milliseconds: 24 days. With a longer time, `setTimeout` calls its
 * function at once.
 */
const longestTimer = 2 ** 31 - 1

export interface StopWatch {
  /** Abort signal that the caller passed. */
  readonly outer: AbortSignal | undefined
  /** Stops the timer of the time limit. After that, only the signal of the caller can abort the call. */
  readonly disarm: () => void
  /** Stops the timer of the time limit, and stops listening to the signal of the caller. */
  readonly release: () => void
}

/** Calls `stop` when the signal `outer` aborts, or after `milliseconds`. */
export function watchStop(
  outer: AbortSignal | undefined,
  milliseconds: number,
  stop: (reason: unknown) => void,
): StopWatch {
  const forget = onAbort(outer, () => stop(outer?.reason))
  const timer = setTimeout(() => stop(new TimeIsUp(milliseconds)), Math.min(milliseconds, longestTimer))
  const disarm = (): void => clearTimeout(timer)
  return {
    outer,
    disarm,
    release: () => {
      disarm()
      forget()
    },
  }
}

/**
 * Calls `listener` when the signal aborts, or at once if it has aborted already. Returns a function that removes the
 * listener.
 */
function onAbort(signal: AbortSignal | undefined, listener: () => void): () => void {
  if (signal?.aborted) listener()
  signal?.addEventListener('abort', listener)
  return () => signal?.removeEventListener('abort', listener)
}

/** Returns a new signal that aborts when the signal `outer` aborts, or after `milliseconds`. */
export function stopSignal(outer: AbortSignal | undefined, milliseconds: number): StopWatch & { signal: AbortSignal } {
  const controller = new AbortController()
  const { signal } = controller
  return { signal, ...watchStop(outer, milliseconds, (reason) => controller.abort(reason)) }
}

/**
 * Returns the error of a call that a signal ended: a timeout error if the time limit was exceeded, otherwise an abort
 * error.
 */
export function stopError(
  endpoint: AnyEndpoint,
  { reason }: Pick<AbortSignal, 'reason'>,
  ambiguous: boolean,
): WeComAbortError | WeComTimeoutError {
  return reason instanceof TimeIsUp
    ? new WeComTimeoutError(endpoint, reason.milliseconds, ambiguous)
    : new WeComAbortError(endpoint, reason, ambiguous)
}

/**
 * Waits for a promise, or until the signal aborts. The result is undefined after an abort, so the caller must check the
 * signal. If the promise rejects after the abort, this function drops the rejection.
 */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T | undefined> {
  if (!signal) return promise
  return new Promise((resolve, reject) => {
    const stop = (): void => resolve(undefined)
    const forget = onAbort(signal, stop)
    promise.then(resolve, (error: unknown) => (signal.aborted ? stop() : reject(error))).finally(forget)
  })
}

/**
 * Waits for `milliseconds`, or until the signal aborts. Does not throw after an abort, so the caller must check the
 * signal.
 */
export async function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<unknown>()
  const { release } = watchStop(signal, milliseconds, resolve)
  await promise
  release()
}
