import type { Client } from '@wecom/core'
import { checkNumber } from '@wecom/core/define'
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
import { tellError } from '../tellError.ts'
import { databaseTime } from '../time.ts'
import type { Wakeups } from '../wakeups.ts'
import { openDesk } from './desk.ts'
import { corpsToDrain, corpsToRun } from './findWork.ts'
import { lastTimeOfDay, parseTimeOfDay } from './nightly.ts'

export interface SyncWorkerOptions {
  /** As with `openSync`. Workers of the same database share its work. */
  readonly store: Parameters<typeof openDatabase>[0]
  /**
   * The client of a corp; undefined for a corp that this worker leaves to others. Asked each time that there is work for
   * the corp. Limits of several workers add up unless their clients share a limiter: `redisCallLimiter` of `@wecom/redis`.
   */
  readonly clientOf: (corpId: string) => Client | undefined | Promise<Client | undefined>
  /** Corps that the tables need not know yet. All that the tables know are worked on anyway. */
  readonly corps?: readonly string[] | undefined
  /** The kind of the apps of `corps`. Default `self-built`. */
  readonly appKind?: AppKind | undefined
  /** Handles events, as with `inbox`. Without it events stay for another process, and only what they tell is read. */
  readonly on?: InboxHandlers | undefined
  /**
   * When a full run of each corp is due, as a time of day in China (UTC+8), e.g. `02:30`; false for none. A corp without a
   * full run gets its first one at once. Default `02:00`.
   */
  readonly nightly?: string | false | undefined
  /** How long events and changes are kept; each full run that this worker ends deletes the older ones of its corp. */
  readonly retention?: Retention | undefined
  /** How many corps this worker runs in full at once. Default 2. */
  readonly runs?: number | undefined
  /** How many parts of a corp are read at once in a full run. Default 4. */
  readonly concurrency?: number | undefined
  /** For how many corps this worker reads what is out of date, and handles events, at once. Default 8. */
  readonly drains?: number | undefined
  /** Milliseconds until the worker looks for work again. Default 1,000, with `wakeups` 15,000. */
  readonly pollMs?: number | undefined
  /** Wakes this worker, e.g. `bullmq()` of `@wecom/sync/bullmq`. The worker closes it. */
  readonly wakeups?: Wakeups | undefined
  /** Told after each page of a full run. Not awaited. */
  readonly onProgress?: ((progress: Progress, corpId: string) => unknown) | undefined
  /** Told of each full run, by the worker that ended it. */
  readonly onReport?: ((report: Report, corpId: string) => unknown) | undefined
  /**
   * Told of what failed: work for a corp, which is tried again after a minute, then after growing waits up to an hour; or a
   * look into the database, without a corp. Default: `console.error`.
   */
  readonly onError?: ((error: unknown, corpId: string | undefined) => unknown) | undefined
}

/** Works for the corps of a database until it is closed. Made by `createSyncWorker`. */
export interface SyncWorker {
  /**
   * Stops at the next checkpoint and releases the leases: full runs abort their calls, single reads and handlers end what
   * they are at. Other workers, or the next process, go on from there.
   *
   * @returns true if everything has ended within `timeoutMs` (default 25,000). Other workers take over the rest when its
   *   leases expire: after a minute for parts of a run, after five for reads and events.
   */
  readonly close: (options?: { readonly timeoutMs?: number | undefined }) => Promise<boolean>
}

/**
 * Starts a worker: it runs each corp in full once a night, reads what events have made out of date, and calls the handlers
 * of events. Start as many as you like: the database holds the work, and a worker that is killed loses one page at most.
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

function checkOptions({ nightly, retention, runs, concurrency, drains, pollMs }: SyncWorkerOptions): void {
  if (typeof nightly === 'string') parseTimeOfDay(nightly)
  checkRetention('createSyncWorker', retention)
  checkNumber('createSyncWorker: runs', runs, 'a positive integer')
  checkNumber('createSyncWorker: concurrency', concurrency, 'a positive integer')
  checkNumber('createSyncWorker: drains', drains, 'a positive integer')
  checkNumber('createSyncWorker: pollMs', pollMs, 'a positive number')
}

/** How long a worker keeps to one corp before it looks whether another has waited for longer. */
const maxDrainMs = 20_000

/** `createSyncWorker` over a database and a time of one's own: for tests. */
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
  const desk = { time, pollMs, onError }
  const contextOf = async (corpId: string): Promise<SyncContext | undefined> => {
    const client = await clientOf(corpId)
    return client && { database: oneByOne(database, corpId), client, corpId, time, retention }
  }
  /** A corp without a full run is due at any time. */
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
  /** When WeCom takes reads of a corp again. */
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
