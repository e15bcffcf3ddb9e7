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

/**
 * Kind of app, which determines the customer ids. `self-built`: an app of the corp itself. `third-party`: an app of a
 * service provider, which sees other ids.
 */
export type AppKind = 'self-built' | 'third-party'

export interface SyncOptions {
  /**
   * Client that reads the corp, from `createClient`. Create it with a `callLimiter`, so that a run stays below WeCom's
   * limits.
   */
  readonly client: Client
  /** Id of the corp (corpid). It is part of every primary key, so one database can contain several corps. */
  readonly corpId: string
  /**
   * Kind of app whose customer ids the tables contain. The tables of one corp contain ids of one kind only. Default:
   * `self-built`.
   */
  readonly appKind?: AppKind | undefined
  /**
   * Messages that wake a worker when an event arrives, such as `bullmq()` of `@wecom/sync/bullmq`. Default: none.
   * Workers then find the event when they next check the database.
   */
  readonly wakeups?: Wakeups | undefined
  /** Times after which old events and changes are deleted. Each full run deletes them at its end. */
  readonly retention?: Retention | undefined
}

/** Access to the tables of one corp. `openSync` creates it. */
export interface Sync {
  /**
   * Does a full run: reads the whole corp into the tables. If an earlier run was interrupted or crashed, this call
   * continues it. Several processes may call `run` at the same time: they share the work.
   *
   * @returns a report of the data that was read, and of the gaps (data that could not be read). `ok` is false if data
   * is missing although this app may read it.
   * @throws {SyncError} the database cannot be used: `damaged`, `full`, `busy`, `unreachable`.
   * @throws {WeComApiError} no call can succeed: the secret is wrong, the token was revoked, or the IP is not trusted.
   * @throws {RangeError} `concurrency` is not a positive integer.
   *
   * @example
   * const report = await sync.run({ onProgress: ({ resources }) => console.log(resources.customers.done) })
   * process.exitCode = report.ok ? 0 : 3
   */
  readonly run: (options?: RunOptions) => Promise<Report>
  /**
   * Reads one customer, group chat, contact way or all tags again. Call it after you have changed something through the
   * API, because WeCom sends no event for such changes.
   *
   * @throws {WeComError} the read failed. The tables are unchanged.
   *
   * @example
   * await updateContactRemark(client, { userid: 'lina', external_userid: 'wm1', remark: '老客户' })
   * await sync.refresh({ external_userid: 'wm1' })
   */
  readonly refresh: (target: RefreshTarget, options?: RequestOptions) => Promise<void>
  /**
   * Returns the records of all changes in the tables, in order. Use them to copy changes to another system. The
   * iterator ends after the newest change.
   *
   * @example
   * for await (const change of sync.changes({ after: lastId })) await send(change)
   */
  readonly changes: (options?: ChangesOptions) => AsyncIterable<SyncChange>
  /**
   * Deletes all data about a customer from the tables, including changes and events. If a member still has the
   * customer, the next run writes the customer again.
   */
  readonly forget: (external_userid: string) => Promise<void>
  /**
   * Returns options for `createCallbackHandler`. With these options, each event is stored in the database before WeCom
   * gets a response. Your handler `welcome` is called at once. Your handlers in `on` are called later, by `drain`.
   *
   * @example
   * const handle = createCallbackHandler({ token, encodingAesKey, receiveIds: [corpId], ...sync.inbox({ welcome, on }) })
   */
  readonly inbox: (options?: InboxOptions) => Inbox
  /**
   * Reads data again that is outdated because of events, then calls the handlers that you passed to `inbox`. If you
   * have not called `inbox` on this object, no handlers are called. The events then wait for another process.
   *
   * @example
   * await sync.drain({ maxMs: 20_000 })
   */
  readonly drain: (options?: DrainOptions) => Promise<DrainReport>
  /** Closes the database. A connection pool that you passed stays open. */
  readonly close: () => Promise<void>
}

/**
 * Opens the tables of a corp. It creates the tables, or updates them to the version of this package.
 *
 * @param store - `sqlite:corp.db`, `postgres://…`, `mysql://…` (also for MariaDB), or a pool of `pg` or `mysql2`.
 * @param options - {@link SyncOptions}
 * @throws {SyncError} `url`, `driver`, `unreachable`, `damaged`, `newer-schema`, `other-app`. `SyncErrorKind` explains
 * them.
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

/** Does the work of `openSync`, with a database and a clock that the caller passes. Tests use it. */
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

/**
 * Writes the row of a corp, with the kind of app. It refuses a corp that already has the other kind: the same customer
 * has one id for the corp's own apps and another id for apps of a service provider.
 *
 * @throws {SyncError} `other-app`: the corp has the other kind of app.
 */
export async function enterCorp(
  { database, corpId, time }: Pick<SyncContext, 'database' | 'corpId' | 'time'>,
  appKind: AppKind,
): Promise<void> {
  await database.insertNew('corps', [{ corp_id: corpId, app_kind: appKind, created_at: new Date(time.now()) }])
  const [row] = await database.find('corps', ['app_kind'], [{ corp_id: corpId }])
  if (row?.['app_kind'] === appKind) return
  const message = `appKind: the tables of ${corpId} contain the ids of a ${String(row?.['app_kind'])} app, got ${appKind}`
  throw new SyncError('other-app', `${message}; use another database for this app`)
}
