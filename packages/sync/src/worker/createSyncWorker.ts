import type { Client } from '@wecom/core'
import { checkNumber } from '@wecom/core/define'
import type { SyncContext, Time } from '../context.ts'
import type { Database } from '../database/Database.ts'
import { migrate } from '../database/migrate.ts'
import { oneByOne } from '../database/oneByOne.ts'
import { openDatabase } from '../database/open.ts'
import { drainFrom } from '../inbox/drain.ts'
import type { InboxHandlers } from '../inbox/inbox.ts'
import { type AppKind, enterCorp } from '../openSync.ts'
import type { Progress, Report } from '../run/progress.ts'
import { runIfDue } from '../run/run.ts'
import { tellError } from '../tellError.ts'
import { databaseTime } from '../time.ts'
import type { Wakeups } from '../wakeups.ts'
import { openDesk } from './desk.ts'
import { corpsToDrain, corpsToRun } from './findWork.ts'
import { lastTimeOfDay, parseTimeOfDay } from './nightly.ts'

export interface SyncWorkerOptions {
  /** Database for the tables, in the same form as for `openSync`. Workers with the same database share its work. */
  readonly store: Parameters<typeof openDatabase>[0]
  /**
   * Returns the client of a corp. Return undefined to leave the corp to other workers. The function is called each time
   * that there is work for the corp.
   *
   * Let all workers use clients with a shared limiter, such as `redisCallLimiter` of `@wecom/redis`. Otherwise the
   * workers together may exceed WeCom's limits.
   */
  readonly clientOf: (corpId: string) => Client | undefined | Promise<Client | undefined>
  /** Ids of corps that the database may not contain yet. The worker also works for all corps in the database. */
  readonly corps?: readonly string[] | undefined
  /** Kind of app that the `corps` are read with. Default: `self-built`. */
  readonly appKind?: AppKind | undefined
  /**
   * Event handlers, as for `inbox`. If omitted, the worker reads the data that events make outdated, but the events
   * wait for another process with handlers.
   */
  readonly on?: InboxHandlers | undefined
  /**
   * Time of day in China (UTC+8) at which a full run of each corp is due, such as `02:30`. `false` means no nightly
   * runs. A corp without a full run is run at once. Default: `02:00`.
   */
  readonly nightly?: string | false | undefined
  /** Number of corps for which this worker does a full run at the same time. Default: 2. */
  readonly runs?: number | undefined
  /** Number of slices (parts of a full run) that are read at the same time for each corp. Default: 4. */
  readonly concurrency?: number | undefined
  /** Number of corps whose outdated data and events this worker handles at the same time. Default: 8. */
  readonly drains?: number | undefined
  /**
   * Milliseconds after which the worker looks for work in the database again. Default: 1,000, or 15,000 with `wakeups`.
   */
  readonly pollMs?: number | undefined
  /**
   * Messages that wake this worker when there is work, such as `bullmq()` of `@wecom/sync/bullmq`. Closing the worker
   * closes them.
   */
  readonly wakeups?: Wakeups | undefined
  /** Listener for progress, called after each page of a full run. The worker does not await it. */
  readonly onProgress?: ((progress: Progress, corpId: string) => unknown) | undefined
  /** Listener for the report of each full run. It is called in the worker that ended the run. */
  readonly onReport?: ((report: Report, corpId: string) => unknown) | undefined
  /**
   * Listener for errors. If work for a corp failed, it gets the corp id, and the work is repeated after a minute. After
   * more failures the wait increases, up to an hour. If the worker could not look for work in the database, the corp id
   * is undefined. Default: `console.error`.
   */
  readonly onError?: ((error: unknown, corpId: string | undefined) => unknown) | undefined
}

/** Worker for all corps of a database. It works until it is closed. `createSyncWorker` creates it. */
export interface SyncWorker {
  /**
   * Stops the worker, so that other workers or the next process can continue its work. Full runs stop after the current
   * calls are aborted. A single read or an event handler finishes first.
   *
   * @returns true if everything ended within `timeoutMs` (default: 25,000). Otherwise other workers take over the rest
   * when the worker's leases expire: after one minute for parts of a run, after five minutes for reads and events.
   */
  readonly close: (options?: { readonly timeoutMs?: number | undefined }) => Promise<boolean>
}

/**
 * Starts a worker. It does a full run of each corp once a night. Between these runs it reads data that events have made
 * outdated, and calls event handlers.
 *
 * Start as many workers as you like, also on several machines. The database contains all work, so a worker that is
 * killed loses at most the page that it is reading.
 *
 * @throws {SyncError} the database cannot be used: `url`, `driver`, `damaged`, `newer-schema`, `other-app`.
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

function checkOptions({ nightly, runs, concurrency, drains, pollMs }: SyncWorkerOptions): void {
  if (typeof nightly === 'string') parseTimeOfDay(nightly)
  checkNumber('createSyncWorker: runs', runs, 'a positive integer')
  checkNumber('createSyncWorker: concurrency', concurrency, 'a positive integer')
  checkNumber('createSyncWorker: drains', drains, 'a positive integer')
  checkNumber('createSyncWorker: pollMs', pollMs, 'a positive number')
}

/** Maximum time in milliseconds that a worker spends on one corp before it checks which corp has waited longest. */
const maxDrainMs = 20_000

/** Does the work of `createSyncWorker`, with a database and a clock that the caller passes. Tests use it. */
export async function startWorker(database: Database, options: SyncWorkerOptions, time: Time): Promise<SyncWorker> {
  const { clientOf, corps = [], appKind = 'self-built', on, nightly = '02:00', wakeups, concurrency } = options
  const { pollMs = wakeups ? 15_000 : 1_000, onProgress, onReport } = options
  await migrate(database)
  await database.check()
  await time.measure()
  for (const corpId of corps) await enterCorp({ database, corpId, time }, appKind)

  const onError = (error: unknown, corpId: string | undefined): void => {
    const what = corpId === undefined ? 'looking for work' : `work for ${corpId}`
    tellError(what, error, options.onError && (() => options.onError?.(error, corpId)))
  }
  const desk = { time, pollMs, onError }
  const contextOf = async (corpId: string): Promise<SyncContext | undefined> => {
    const client = await clientOf(corpId)
    return client && { database: oneByOne(database, corpId), client, corpId, time }
  }
  /**
   * Returns the time at which the latest full run was due, in milliseconds. 0 without nightly runs: then only a corp
   * that never had a full run is due.
   */
  const dueAt = (): number => (nightly === false ? 0 : lastTimeOfDay(parseTimeOfDay(nightly), time.now()))

  const runs = openDesk({
    ...desk,
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
  /** Time from which WeCom accepts reads again, by corp id. */
  const readsFrom = new Map<string, number>()
  const drains = openDesk({
    ...desk,
    places: options.drains ?? 8,
    find: () => corpsToDrain(database, time.now(), on !== undefined),
    work: async (corpId, signal) => {
      const context = await contextOf(corpId)
      if (!context) return false
      const way = { waits: false, readsFrom: readsFrom.get(corpId) ?? 0 }
      const { report, ...drained } = await drainFrom(context, on, { maxMs: maxDrainMs, signal }, way)
      readsFrom.set(corpId, drained.readsFrom)
      if (drained.fatal) onError(drained.fatal, corpId)
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
