import type { Time } from '../context.ts'

/** A loop that looks for corps with work of one kind, and works on several of them at once. */
export interface Desk {
  /** Looks at once; for this corp, even if it has just been looked at. */
  readonly wake: (corpId: string) => void
  /** Stops looking, tells the works to stop, and resolves when the last has ended. */
  readonly close: () => Promise<void>
}

export interface DeskOptions {
  readonly time: Time
  /** How many corps are worked on at once. */
  readonly places: number
  /** How long until the next look, unless something happens before. */
  readonly pollMs: number
  /** Corps that have work, the most urgent first. */
  readonly find: () => Promise<readonly string[]>
  /** Works for a corp until nothing is left or the signal aborts. Gives whether anything was done. */
  readonly work: (corpId: string, signal: AbortSignal) => Promise<boolean>
  /** Told of works that failed, with their corp, and of looks that failed, without one. Must not throw. */
  readonly onError: (error: unknown, corpId: string | undefined) => void
}

/** A corp whose work has failed rests: a wrong secret that is tried again and again gets the IP banned. */
const firstRestMs = 60_000
const longestRestMs = 60 * 60_000

interface Rest {
  readonly until: number
  readonly failures: number
}

export function openDesk({ time, places, pollMs, find, work, onError }: DeskOptions): Desk {
  const busy = new Map<string, Promise<void>>()
  const resting = new Map<string, Rest>()
  const stop = new AbortController()
  /** Ends the wait for the next look. */
  let news = new AbortController()
  const lookAgain = (): void => {
    news.abort()
    news = new AbortController()
  }

  const begin = async (corpId: string): Promise<void> => {
    const { failures } = resting.get(corpId) ?? { failures: 0 }
    try {
      const isDone = await work(corpId, stop.signal)
      if (isDone) resting.delete(corpId)
      else resting.set(corpId, { until: time.now() + pollMs, failures: 0 })
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
      // Taken first: news may come while the look is under way.
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
