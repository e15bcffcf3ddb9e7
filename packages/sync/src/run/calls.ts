import { isApiError } from '@wecom/core'
import type { SyncContext } from '../context.ts'
import type { Calls } from '../reads/calls.ts'
import { GapError, RunAbortedError } from './gaps.ts'

// With this errcode, WeCom refuses calls to the endpoint for a minute or an hour.
const tooOften = 45009
// With this errcode, the client has already repeated the call.
const tooManyAtOnce = 45033

// WeCom may refuse calls for an hour.
const maxPauseMs = 75 * 60_000
// After another request to the endpoint has waited for so long. Long enough for a block of a minute.
const shortPauseMs = 2 * 60_000
// Must be shorter than the lease, which is renewed at this interval.
const stepMs = 20_000
// A limiter may hold back a call for as long as WeCom refuses calls.
const maxSteps = maxPauseMs / stepMs

const neverEnded = 'a call did not end within 75 minutes; check the token source and the limiter of the client'

/** Checks whether WeCom refused a request because of too many requests. `createCalls` repeats these for up to 75 minutes. */
export function isTooMany(error: unknown): boolean {
  return isApiError(error, tooOften, tooManyAtOnce)
}

/**
 * Returns a function that makes requests. If WeCom refuses a request because of too many requests, the function waits
 * and repeats the request.
 *
 * @param givenUp - for each SDK function, the time at which a request was last given up after 75 minutes, in milliseconds
 *   by the clock of the database. In the 75 minutes after this time, the function waits for at most two minutes. Pass
 *   the same map for all parts of a run, or else each part waits for 75 minutes.
 * @param renew - extends the worker's lease, which is a lock with a time limit. The function calls `renew` about every
 *   20 seconds while requests run or wait. Otherwise the lease could expire: one page can need 50 requests, and one
 *   request can wait in a limiter for a long time. If `renew` rejects, the function rejects with the same error. If a
 *   request has not ended after 75 minutes, the function rejects with a `GapError`.
 * @param onPause - called with the time until which requests wait, in milliseconds by the clock of the database. Called
 *   with undefined when requests continue.
 */
export function createCalls(
  { time }: Pick<SyncContext, 'time'>,
  signal: AbortSignal | undefined,
  givenUp: Map<string, number>,
  renew: () => Promise<void>,
  onPause: (until: number | undefined) => Promise<void>,
): Calls {
  let renewedAt = time.now()
  const renewInTime = async (): Promise<void> => {
    if (time.now() - renewedAt < stepMs) return
    await renew()
    renewedAt = time.now()
  }
  const whileRenewing = async <Result>(call: () => Promise<Result>): Promise<Result> => {
    let renewal = Promise.resolve()
    const failure = Promise.withResolvers<never>()
    let steps = 0
    const timer = setInterval(() => {
      // A token source or a limiter of the user may never answer. Its call would hold the lease for ever, and no other
      // process could continue. Counts steps, not time: a machine that sleeps makes none.
      if (++steps > maxSteps) return failure.reject(new GapError({ kind: 'failed', reason: neverEnded }))
      renewal = renewal.then(renewInTime)
      renewal.catch(failure.reject)
    }, stepMs)
    try {
      return await Promise.race([call(), failure.promise])
    } finally {
      clearInterval(timer)
      // If it ended later, it would write the progress of before the call.
      await renewal
    }
  }
  return async (make) => {
    const beganAt = time.now()
    for (let pauses = 0; ; pauses++) {
      try {
        await renewInTime()
        const result = await whileRenewing(() => make({ signal }))
        await renewInTime()
        return result
      } catch (error) {
        if (!isApiError(error, tooOften, tooManyAtOnce)) throw error
        const now = time.now()
        // WeCom's first block usually lasts a minute, and a block after that lasts an hour.
        const waitMs = error.errcode === tooManyAtOnce ? 2_000 : pauses === 0 ? 61_000 : 5 * 60_000
        // The client counts in the time of this machine.
        const until = now + (error.retryAt === undefined ? waitMs : error.retryAt - Date.now())
        const wasGivenUp = now < (givenUp.get(error.endpoint) ?? -Infinity) + maxPauseMs
        if (wasGivenUp ? until > beganAt + shortPauseMs : now > beganAt + maxPauseMs) {
          givenUp.set(error.endpoint, now)
          throw error
        }
        await onPause(until)
        for (;;) {
          if (time.now() >= until || signal?.aborted) break
          await time.sleep(Math.min(stepMs, until - time.now()), signal)
          await renewInTime()
        }
        await onPause(undefined)
        // Throws neither WeCom's error nor the reason of the signal, because they would become a gap.
        if (signal?.aborted) throw new RunAbortedError()
      }
    }
  }
}
