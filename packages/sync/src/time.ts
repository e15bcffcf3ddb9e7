import type { Time } from './context.ts'
import type { Database } from './database/Database.ts'

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
