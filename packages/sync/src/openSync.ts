import type { Client, RequestOptions } from '@wecom/core'
import { type ChangesOptions, listChanges, type SyncChange } from './changes.ts'
import type { Database } from './database/Database.ts'
import { migrate } from './database/migrate.ts'
import { oneByOne } from './database/oneByOne.ts'
import { openDatabase, type SyncStore } from './database/open.ts'
import type { Retention, SyncContext, Time } from './context.ts'
import { forget } from './forget.ts'
import { drain, type DrainOptions, type DrainReport } from './inbox/drain.ts'
import { createInbox, type Inbox, type InboxHandlers, type InboxOptions } from './inbox/inbox.ts'
import { refresh, type RefreshTarget } from './reads/refresh.ts'
import { checkRetention } from './run/deleteOld.ts'
import type { Report } from './run/progress.ts'
import { run, type RunOptions } from './run/run.ts'
import { SyncError } from './SyncError.ts'
import { databaseTime } from './time.ts'
import type { Wakeups } from './wakeups.ts'

/** The kind of ids that the customers of a corp have. */
export type AppKind = 'self-built' | 'third-party'

export interface SyncOptions {
  /** Reads the corp; made by `createClient`. A `callLimiter` keeps it below WeCom's limits. */
  readonly client: Client
  /** The corpid of the corp; it is part of every key, so that one database may hold many corps. */
  readonly corpId: string
  /**
   * The kind of customer ids: those of the corp's own apps, or those of a provider. The tables of a corp hold one kind.
   * Default `self-built`.
   */
  readonly appKind?: AppKind | undefined
  /** Wakes workers when an event comes, e.g. `bullmq()` of `@wecom/sync/bullmq`. Default: workers find it when they look. */
  readonly wakeups?: Wakeups | undefined
  /** How long events and changes are kept; each full run deletes older ones at its end. */
  readonly retention?: Retention | undefined
}

/** A corp as tables. Made by `openSync`. */
export interface Sync {
  /**
   * Reads the whole corp into the tables, or goes on with a run that was stopped, by a crash too. Several processes may run
   * at once: they share the work.
   *
   * @returns what was read, and what could not be. `ok` is false if anything but what WeCom denies to this app is missing.
   * @throws {SyncError} the database cannot be used: `damaged`, `full`, `busy`, `unreachable`.
   * @throws {WeComApiError} no call can work: wrong secret, revoked token, IP that is not trusted.
   * @throws {RangeError} `concurrency` is not a positive integer.
   *
   * @example
   * const report = await sync.run({ onProgress: ({ resources }) => console.log(resources.customers.done) })
   * process.exitCode = report.ok ? 0 : 3
   */
  readonly run: (options?: RunOptions) => Promise<Report>
  /**
   * Reads one thing again, after a write of your own: calls of the API raise no event.
   *
   * @throws {WeComError} the read failed; the tables are as they were.
   *
   * @example
   * await updateContactRemark(client, { userid: 'lina', external_userid: 'wm1', remark: '老客户' })
   * await sync.refresh({ external_userid: 'wm1' })
   */
  readonly refresh: (target: RefreshTarget, options?: RequestOptions) => Promise<void>
  /**
   * Every row that was written, in order: a feed for a sink of your own. Ends at the last change that is there.
   *
   * @example
   * for await (const change of sync.changes({ after: lastId })) await send(change)
   */
  readonly changes: (options?: ChangesOptions) => AsyncIterable<SyncChange>
  /**
   * Deletes everything that the tables hold about a customer, changes and events included. As long as a member has the
   * customer, the next run brings them back.
   */
  readonly forget: (external_userid: string) => Promise<void>
  /**
   * Options for `createCallbackHandler`: events are stored before WeCom is told, and the welcome handler is called at once.
   * `drain` reads the rows that events made out of date, and calls the handlers in `on`.
   *
   * @example
   * const handle = createCallbackHandler({ token, encodingAesKey, receiveIds: [corpId], ...sync.inbox({ welcome, on }) })
   */
  readonly inbox: (options?: InboxOptions) => Inbox
  /**
   * Reads what events and writes have made out of date, and calls the handlers that `inbox` got. Without a call of `inbox`
   * on this object events stay for another process.
   *
   * @example
   * await sync.drain({ maxMs: 20_000 })
   */
  readonly drain: (options?: DrainOptions) => Promise<DrainReport>
  /** Closes the database; a pool of your own stays open. */
  readonly close: () => Promise<void>
}

/**
 * Opens the tables of a corp: makes them, or brings them to this version.
 *
 * @param store - `sqlite:corp.db`, `postgres://…`, `mysql://…` (MariaDB, too), or a pool of `pg` or `mysql2`.
 * @param options - {@link SyncOptions}
 * @throws {SyncError} `url`, `driver`, `unreachable`, `damaged`, `newer-schema`, `other-app`.
 * @throws {RangeError} `retention` has a time that is not a positive number.
 *
 * @example
 * const client = createClient({ token: corpToken({ corpId, secret }), limiter: callLimiter() })
 * const sync = await openSync('sqlite:corp.db', { client, corpId })
 * const report = await sync.run()
 */
export async function openSync(store: SyncStore, options: SyncOptions): Promise<Sync> {
  checkRetention('openSync', options.retention)
  const database = await openDatabase(store)
  try {
    return await createSync(database, options, databaseTime(database))
  } catch (error) {
    await database.close()
    throw error
  }
}

/** `openSync` over a database and a time of one's own: for tests. */
export async function createSync(database: Database, options: SyncOptions, time: Time): Promise<Sync> {
  const { client, corpId, appKind = 'self-built', wakeups, retention } = options
  await migrate(database)
  await time.measure()
  await enterCorp({ database, corpId, time }, appKind)
  const context: SyncContext = { database: oneByOne(database, corpId), client, corpId, time, retention }
  let handlers: InboxHandlers | undefined
  return {
    inbox: (inboxOptions = {}) => {
      handlers = inboxOptions.on ?? {}
      return createInbox(context, inboxOptions, () => wakeups?.wake(corpId))
    },
    drain: (drainOptions = {}) => drain(context, handlers, drainOptions),
    run: (runOptions = {}) => run(context, runOptions),
    refresh: (target, requestOptions) => refresh(context, target, 'refresh', requestOptions),
    changes: (changesOptions = {}) => listChanges(context, changesOptions),
    forget: (external_userid) => forget(context, external_userid),
    close: () => database.close(),
  }
}

/** One customer has two ids, one for apps of the corp itself and one for those of a provider. */
export async function enterCorp(
  { database, corpId, time }: Pick<SyncContext, 'database' | 'corpId' | 'time'>,
  appKind: AppKind,
): Promise<void> {
  await database.insertNew('corps', [{ corp_id: corpId, app_kind: appKind, created_at: new Date(time.now()) }])
  const [row] = await database.find('corps', ['app_kind'], [{ corp_id: corpId }])
  if (row?.['app_kind'] === appKind) return
  const message = `appKind: the tables of ${corpId} hold the ids of a ${String(row?.['app_kind'])} app, got ${appKind}`
  throw new SyncError('other-app', `${message}; use another database for this app`)
}
