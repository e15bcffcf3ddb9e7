import { isApiError } from '@wecom/core'
import type { SyncContext } from '../context.ts'
import type { Calls } from '../reads/calls.ts'

/** Called too often: the endpoint is shut for a minute or an hour. */
const tooOften = 45009
/** Too many at once; the client has tried again already. */
const tooManyAtOnce = 45033

/** More than the hour for which WeCom shuts an endpoint. */
const maxPauseMs = 75 * 60_000
/** Shorter than a lease, so that the worker keeps its slice. */
const stepMs = 20_000

/**
 * Makes calls, and waits where WeCom says that there were too many.
 *
 * @param renew - called in between, so that the work is still this worker's after the wait.
 * @param onPause - told until when (milliseconds of database time) calls have to wait; undefined when they go on.
 */
export function createCalls(
  { time }: SyncContext,
  signal: AbortSignal | undefined,
  renew: () => Promise<void>,
  onPause: (until: number | undefined) => void,
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
        onPause(until)
        for (;;) {
          if (time.now() >= until || signal?.aborted) break
          await time.sleep(Math.min(stepMs, until - time.now()), signal)
          await renew()
        }
        onPause(undefined)
        // Not the refusal, which would become a gap.
        signal?.throwIfAborted()
      }
    }
  }
}
