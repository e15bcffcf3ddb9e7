import { isApiError } from '@wecom/core'
import type { SyncContext } from '../context.ts'
import type { Calls } from '../reads/calls.ts'

/**
 * Errcode of WeCom for too many calls within a period of time. WeCom then refuses calls to the endpoint for a minute or
 * an hour.
 */
const tooOften = 45009
/**
 * Errcode of WeCom for too many calls at the same time. The client repeats such a call itself. So this error means that
 * the repeated calls failed, too.
 */
const tooManyAtOnce = 45033

/**
 * Maximum time in milliseconds to wait until WeCom accepts calls again. WeCom may refuse calls for an hour, so this
 * time is longer than an hour.
 */
const maxPauseMs = 75 * 60_000
/**
 * Interval in milliseconds at which a worker renews its lease (time-limited right to its work) while it waits. It must
 * be shorter than the lease.
 */
const stepMs = 20_000

/**
 * Creates a function that makes calls to WeCom. If WeCom refuses a call because of too many calls, the function waits
 * and repeats it.
 *
 * @param renew - function that is called during the wait, so that the worker keeps its lease (time-limited right to its
 * work).
 * @param onPause - listener for waits. It gets the time until which calls wait, in milliseconds by the clock of the
 * database. When calls continue, it gets undefined.
 */
export function createCalls(
  { time }: SyncContext,
  signal: AbortSignal | undefined,
  renew: () => Promise<void>,
  onPause: (until: number | undefined) => Promise<void>,
): Calls {
  return async (make) => {
    const giveUpAt = time.now() + maxPauseMs
    for (let pauses = 0; ; pauses++) {
      try {
        return await make({ signal })
      } catch (error) {
        if (!isApiError(error, tooOften, tooManyAtOnce) || time.now() > giveUpAt) throw error
        // Its first refusal is that of a minute, mostly; a refusal after that is of the hour.
        const waitMs = error.errcode === tooManyAtOnce ? 2_000 : pauses === 0 ? 61_000 : 5 * 60_000
        // The client counts in the time of this machine.
        const until = time.now() + (error.retryAt === undefined ? waitMs : error.retryAt - Date.now())
        await onPause(until)
        for (;;) {
          if (time.now() >= until || signal?.aborted) break
          await time.sleep(Math.min(stepMs, until - time.now()), signal)
          await renew()
        }
        await onPause(undefined)
        // Not the refusal, which would become a gap.
        signal?.throwIfAborted()
      }
    }
  }
}
