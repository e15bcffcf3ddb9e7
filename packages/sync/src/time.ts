import type { Time } from './context.ts'
import type { Database } from './database/Database.ts'

/**
 * Creates a clock that shows the time of the database. All processes use this clock, so differences between the clocks
 * of their machines do no harm.
 */
export function databaseTime(database: Database): Time {
  let offset = 0
  return {
    now: () => Date.now() + offset,
    measure: async () => {
      offset = await database.clockOffset()
    },
    sleep: (milliseconds, signal) =>
      new Promise((resolve) => {
        const wake = (): void => {
          clearTimeout(timer)
          signal?.removeEventListener('abort', wake)
          resolve()
        }
        const timer = setTimeout(wake, milliseconds)
        if (signal?.aborted) wake()
        else signal?.addEventListener('abort', wake)
      }),
  }
}
