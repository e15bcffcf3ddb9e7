import type { AnyEndpoint } from '../endpoint/Endpoint.ts'
import { WeComAbortError } from '../errors/WeComAbortError.ts'
import { WeComTimeoutError } from '../errors/WeComTimeoutError.ts'

/** The reason of a signal that aborted because its time was over. */
class TimeIsUp {
  declare readonly milliseconds: number

  constructor(milliseconds: number) {
    this.milliseconds = milliseconds
  }
}

/** Longest time for `setTimeout` in milliseconds, 24 days. `setTimeout` fires at once for longer times. */
const longestTimer = 2 ** 31 - 1

export interface StopWatch {
  /** The signal that it listens to. */
  readonly outer: AbortSignal | undefined
  /** Stops the timer. The outer signal can still abort. */
  readonly disarm: () => void
  /** Removes the timer and the listener of the outer signal. */
  readonly release: () => void
}

/** Calls `stop` when `outer` aborts, or after `milliseconds`. */
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
  signal?.addEventListener('abort', listener, { once: true })
  return () => signal?.removeEventListener('abort', listener)
}

/** Makes a signal that aborts when `outer` aborts, or after `milliseconds`. */
export function stopSignal(outer: AbortSignal | undefined, milliseconds: number): StopWatch & { signal: AbortSignal } {
  const controller = new AbortController()
  const { signal } = controller
  return { signal, ...watchStop(outer, milliseconds, (reason) => controller.abort(reason)) }
}

/** Makes the error of a call that a signal ended. */
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
 * Waits for a promise until the signal aborts. The caller must check the signal afterwards. If the promise rejects
 * after the abort, the rejection is dropped, because browsers run this code before the next listener of the signal.
 */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T | undefined> {
  if (!signal) return promise
  return new Promise((resolve, reject) => {
    const stop = (): void => resolve(undefined)
    const forget = onAbort(signal, stop)
    promise.then(resolve, (error: unknown) => (signal.aborted ? stop() : reject(error))).finally(forget)
  })
}

/** Waits for `milliseconds`, or until the signal aborts. The caller must check the signal afterwards. */
export async function sleep(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<unknown>()
  const { release } = watchStop(signal, milliseconds, resolve)
  await promise
  release()
}
