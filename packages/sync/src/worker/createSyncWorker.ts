import type { Client } from '@wecom/core'
import { checkNumber } from '@wecom/core/define'
import { checkId } from '../checkId.ts'
import type { Retention, SyncContext, Time } from '../context.ts'
import type { Database } from '../database/Database.ts'
import { migrate } from '../database/migrate.ts'
import { oneByOne } from '../database/oneByOne.ts'
import { openDatabase } from '../database/open.ts'
import { drainFrom } from '../inbox/drain.ts'
import type { InboxHandlers } from '../inbox/inbox.ts'
import { type AppKind, enterCorp } from '../openSync.ts'
import { checkRetention } from '../run/deleteOld.ts'
import type { Progress, Report } from '../run/progress.ts'
import { runIfDue } from '../run/run.ts'
import { tellError, warn } from '../tellError.ts'
import { databaseTime } from '../time.ts'
import type { Wakeups } from '../wakeups.ts'
import { startWorkLoop } from './workLoop.ts'
import { corpsToDrain, corpsToRun, hasWaitingEvents } from './findWork.ts'
import { lastTimeOfDay, parseTimeOfDay } from './nightly.ts'

export interface SyncWorkerOptions {
  /**
   * Database for the tables: a URL or a connection pool, as for `openSync`. Workers with the same database share the
   * work.
   */
  readonly store: Parameters<typeof openDatabase>[0]
  /**
   * Function that returns the client of a corp. The worker calls it each time that there is work for the corp. If it
   * returns undefined, this worker does nothing for the corp, so other workers can do the work.
   *
   * If there are several workers, give their clients a shared limiter, such as `redisCallLimiter` of `@wecom/redis`.
   * Otherwise the workers together may exceed WeCom's limits.
   */
  readonly clientOf: (corpId: string) => Client | undefined | Promise<Client | undefined>
  /**
   * Ids of corps that the worker adds to the database. The worker also does the work for all corps that the database
   * already contains.
   */
  readonly corps?: readonly string[] | undefined
  /**
   * Kind of the app that the clients of the corps in `corps` use. Use the same kind in all processes for one corp (see
   * `SyncOptions.appKind`). Default: `self-built`.
   */
  readonly appKind?: AppKind | undefined
  /**
   * Event handlers, with the same names and rules as the option `on` of `Sync.inbox`. If omitted, the worker reads the
   * changed data again after events, but calls no handlers. The events stay stored until a process with handlers
   * handles them. If events wait for more than ten minutes, the worker logs one warning.
   */
  readonly on?: InboxHandlers | undefined
  /**
   * Time of day in China (UTC+8) at which the worker starts a full run, such as `02:30`. A full run reads the whole
   * corp. With `false`, there are no nightly runs. In any case, a corp that has never had a full run gets one at once.
   * Default: `02:00`.
   */
  readonly nightly?: string | false | undefined
  /**
   * How long events and changes are stored, in milliseconds. By default, the tables keep events for 30 days, and
   * changes without limit. At its end, each full run, which reads the whole corp, deletes older events and changes.
   */
  readonly retention?: Retention | undefined
  /**
   * Maximum number of corps for which this worker does a full run at the same time. A full run reads the whole corp.
   * Default: 2.
   */
  readonly runs?: number | undefined
  /**
   * Maximum number of parts of one full run that this worker reads at the same time. A full run divides the corp into
   * parts, such as the customers of some of the members. Default: 4.
   */
  readonly concurrency?: number | undefined
  /**
   * Maximum number of corps whose events this worker handles at the same time. The worker handles an event by reading
   * the changed data from WeCom and calling your event handler. Default: 8.
   */
  readonly drains?: number | undefined
  /**
   * Interval in milliseconds at which the worker checks the database for work. Default: 1,000, or 15,000 with
   * `wakeups`.
   */
  readonly pollMs?: number | undefined
  /**
   * Object that wakes this worker as soon as there is work. Create the object with `bullmq()` of `@wecom/sync/bullmq`.
   * `SyncWorker.close` also closes the object.
   */
  readonly wakeups?: Wakeups | undefined
  /**
   * Listener for the progress of a full run, which reads the whole corp. The worker calls the listener after each page
   * of WeCom's lists, and does not await it.
   */
  readonly onProgress?: ((progress: Progress, corpId: string) => unknown) | undefined
  /**
   * Listener for the report of each full run, which reads the whole corp. If several workers share a run, only the
   * worker that finishes the run calls its listener.
   */
  readonly onReport?: ((report: Report, corpId: string) => unknown) | undefined
  /**
   * Listener for errors. If work for a corp failed, the second argument is the corp id. The worker repeats this work
   * after a minute. After each further failure it waits longer, up to an hour. If the worker could not check the
   * database for work, the corp id is undefined. Default: `console.error`.
   */
  readonly onError?: ((error: unknown, corpId: string | undefined) => unknown) | undefined
}

/** Running worker. It works for all corps of a database until it is closed. `createSyncWorker` creates it. */
export interface SyncWorker {
  /**
   * Stops the worker. Full runs are interrupted, and another worker or the next process continues them. A running read
   * or event handler finishes first.
   *
   * @param options - `timeoutMs` is the maximum time to wait for the end of the work, in milliseconds. Default: 25,000.
   * @returns true if all work ended within `timeoutMs`, otherwise false. In the second case, other workers take over
   *   parts of a full run after one minute, and reads and events after five minutes.
   */
  readonly close: (options?: { readonly timeoutMs?: number | undefined }) => Promise<boolean>
}

/**
 * Starts a worker that keeps the tables of all corps in a database current:
 * - Once a night, it reads the whole corp (a full run).
 * - After events, it reads the changed data again and calls your event handlers.
 *
 * Start as many workers as you like, also on several machines. The workers share the work through the database. If a
 * worker is killed, at most one page must be read again.
 *
 * @throws {SyncError} the database cannot be used, with one of these kinds: `url`, `driver`, `unreachable`, `damaged`,
 *   `newer-schema`, `other-app`. The type `SyncErrorKind` explains them.
 * @throws {RangeError} an option is out of range.
 *
 * @example
 * const worker = await createSyncWorker({ store: 'sqlite:corp.db', corps: [corpId], clientOf: () => client })
 * process.once('SIGTERM', () => void worker.close({ timeoutMs: 25_000 }))
 */
export async function createSyncWorker(options: SyncWorkerOptions): Promise<SyncWorker> {
  checkOptions(options)
  const database = await openDatabase(options.store)
  try {
    return await startWorker(database, options, databaseTime(database))
  } catch (error) {
    await database.close()
    throw error
  }
}

function checkOptions({ corps, nightly, retention, runs, concurrency, drains, pollMs }: SyncWorkerOptions): void {
  for (const corpId of corps ?? []) checkId('createSyncWorker: corps: a corp id', corpId)
  if (typeof nightly === 'string') parseTimeOfDay(nightly)
  checkRetention('createSyncWorker', retention)
  checkNumber('createSyncWorker: runs', runs, 'a positive integer')
  checkNumber('createSyncWorker: concurrency', concurrency, 'a positive integer')
  checkNumber('createSyncWorker: drains', drains, 'a positive integer')
  checkNumber('createSyncWorker: pollMs', pollMs, 'a positive number')
}

// After this time, the worker may work for a corp that has waited longer.
const maxDrainMs = 20_000
// Another process with handlers needs less time to handle an event.
const maxWaitMs = 10 * 60_000

// Exported for tests, which pass their own database and clock.
export async function startWorker(database: Database, options: SyncWorkerOptions, time: Time): Promise<SyncWorker> {
  const { clientOf, corps = [], appKind = 'self-built', on, nightly = '02:00', wakeups, concurrency } = options
  const { pollMs = wakeups ? 15_000 : 1_000, retention, onProgress, onReport } = options
  await migrate(database)
  await database.check()
  await time.measure()
  for (const corpId of corps) await enterCorp({ database, corpId, time }, appKind)

  const onError = (error: unknown, corpId: string | undefined): void => {
    const what = corpId === undefined ? 'looking for work' : `work for ${corpId}`
    tellError(what, error, options.onError && (() => options.onError?.(error, corpId)))
  }
  const loopOptions = { time, pollMs, onError }
  const contextOf = async (corpId: string): Promise<SyncContext | undefined> => {
    const client = await clientOf(corpId)
    return client && { database: oneByOne(database, corpId), client, corpId, time, retention }
  }
  // 0 without nightly runs, so that only corps without any full run get one.
  const dueAt = (): number => (nightly === false ? 0 : lastTimeOfDay(parseTimeOfDay(nightly), time.now()))

  const runs = startWorkLoop({
    ...loopOptions,
    places: options.runs ?? 2,
    find: () => corpsToRun(database, time.now(), dueAt()),
    work: async (corpId, signal) => {
      const context = await contextOf(corpId)
      if (!context) return false
      const listener = onProgress && ((progress: Progress) => onProgress(progress, corpId))
      const report = await runIfDue(context, { signal, concurrency, onProgress: listener }, dueAt())
      if (report) await onReport?.(report, corpId)
      return report !== undefined
    },
  })
  // Time before which the worker reads nothing more of a corp, by corp id. It is in the future after WeCom has refused
  // calls.
  const readsFrom = new Map<string, number>()
  let hasWarned = false
  const warnOfWaiting = async (corpId: string): Promise<void> => {
    if (on || hasWarned || !(await hasWaitingEvents(database, corpId, time.now() - maxWaitMs))) return
    hasWarned = true
    const remedy =
      'Pass the handlers to createSyncWorker as `on`, or call `drain` in the process that passes them to `inbox`.'
    warn(`events of ${corpId} wait for handlers, and this worker has none. ${remedy}`)
  }
  const drains = startWorkLoop({
    ...loopOptions,
    places: options.drains ?? 8,
    find: () => corpsToDrain(database, time.now(), on !== undefined),
    work: async (corpId, signal) => {
      const context = await contextOf(corpId)
      if (!context) return false
      const way = { waits: false, readsFrom: readsFrom.get(corpId) ?? 0 }
      const { report, ...drained } = await drainFrom(context, on, { maxMs: maxDrainMs, signal }, way)
      readsFrom.set(corpId, drained.readsFrom)
      if (drained.fatal) onError(drained.fatal, corpId)
      await warnOfWaiting(corpId)
      return report.reads + report.events + report.failed > 0
    },
  })
  wakeups?.listen(drains.wake)

  const stop = async (): Promise<void> => {
    await wakeups?.close()
    await Promise.all([runs.close(), drains.close()])
  }
  const close = async (timeoutMs: number): Promise<boolean> => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<false>((resolve) => (timer = setTimeout(resolve, timeoutMs, false)))
    const hasEnded = await Promise.race([stop().then(() => true), late])
    clearTimeout(timer)
    await database.close()
    return hasEnded
  }
  let closed: Promise<boolean> | undefined
  return {
    close: ({ timeoutMs = 25_000 } = {}) => {
      checkNumber('close: timeoutMs', timeoutMs, 'a positive number')
      return (closed ??= close(timeoutMs))
    },
  }
}
