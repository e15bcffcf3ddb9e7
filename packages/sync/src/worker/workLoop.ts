import type { Time } from '../context.ts'

/**
 * Loop of a worker. It checks the database for corps with due work, and does the work of several corps at the same
 * time.
 */
export interface WorkLoop {
  /**
   * Makes the worker look for work in the database at once, without waiting for its next regular check. The worker
   * looks at the given corp even if the corp had no work at the last check. If the last work for the corp failed, the
   * worker still waits until the usual pause after a failure is over.
   */
  readonly wake: (corpId: string) => void
  readonly close: () => Promise<void>
}

export interface WorkLoopOptions {
  readonly time: Time
  readonly places: number
  readonly pollMs: number
  readonly find: () => Promise<readonly string[]>
  /**
   * Does the due work of one corp. If the signal aborts, the function ends early. The result says when the loop of the
   * worker (`WorkLoop`) may call `work` for the corp again:
   * - true: at once, because more work may be due
   * - false: after `pollMs` milliseconds or after a call of `wake`, because no more work is due
   */
  readonly work: (corpId: string, signal: AbortSignal) => Promise<boolean>
  /**
   * Called with the error of `work` or `find`. The corp id is undefined if `find` failed. `onError` must not throw: its
   * error could end the process, or the loop that calls `find`.
   */
  readonly onError: (error: unknown, corpId: string | undefined) => void
}

// Pause before a corp whose work failed gets its next turn. It doubles with each failure. Without a pause, retries with
// a wrong secret would make WeCom ban the IP address.
const firstRestMs = 60_000
const longestRestMs = 60 * 60_000

interface Rest {
  readonly until: number
  readonly failures: number
}

export function startWorkLoop({ time, places, pollMs, find, work, onError }: WorkLoopOptions): WorkLoop {
  const busy = new Map<string, Promise<void>>()
  const resting = new Map<string, Rest>()
  const stop = new AbortController()
  // Aborted to make the loop check for work at once.
  let news = new AbortController()
  const lookAgain = (): void => {
    news.abort()
    news = new AbortController()
  }

  const begin = async (corpId: string): Promise<void> => {
    const { failures } = resting.get(corpId) ?? { failures: 0 }
    // The wait of `pollMs` starts here, so that work that becomes due during the call of `work` does not wait longer.
    const began = time.now()
    try {
      const isDone = await work(corpId, stop.signal)
      if (isDone) resting.delete(corpId)
      else resting.set(corpId, { until: began + pollMs, failures: 0 })
    } catch (error) {
      const restMs = Math.min(firstRestMs * 2 ** failures, longestRestMs)
      resting.set(corpId, { until: time.now() + restMs, failures: failures + 1 })
      onError(error, corpId)
    } finally {
      busy.delete(corpId)
      lookAgain()
    }
  }

  const look = async (): Promise<void> => {
    for (const corpId of await find()) {
      if (busy.size >= places || stop.signal.aborted) return
      if (busy.has(corpId) || (resting.get(corpId)?.until ?? 0) > time.now()) continue
      busy.set(corpId, begin(corpId))
    }
  }

  const loop = async (): Promise<void> => {
    for (let failures = 0; !stop.signal.aborted;) {
      // Read before the check for work, because `news` may abort during the check.
      const { signal } = news
      try {
        if (busy.size < places) await look()
        failures = 0
      } catch (error) {
        failures = Math.min(failures + 1, 6)
        onError(error, undefined)
      }
      await time.sleep(pollMs * 2 ** failures, AbortSignal.any([stop.signal, signal]))
    }
  }

  const ended = loop()
  return {
    wake: (corpId) => {
      if (resting.get(corpId)?.failures === 0) resting.delete(corpId)
      lookAgain()
    },
    close: async () => {
      stop.abort()
      await ended
      await Promise.all(busy.values())
    },
  }
}
