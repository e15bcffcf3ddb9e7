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
 * Kind of app, which determines the customer ids:
 * - `self-built`: an app of the corp itself.
 * - `third-party`: an app of a service provider. It receives other ids for the same customers.
 */
export type AppKind = 'self-built' | 'third-party'

export interface SyncOptions {
  /**
   * Client that reads the corp. Create it by `createClient` with a `callLimiter` as its `limiter`, so that a run stays
   * below WeCom's limits.
   */
  readonly client: Client
  /** Id of the corp (corpid). The id is part of every primary key, so one database can contain several corps. */
  readonly corpId: string
  /**
   * Kind of app that `client` uses. It determines the customer ids in the tables. The tables of one corp contain the
   * ids of one kind of app only. Default: `self-built`.
   */
  readonly appKind?: AppKind | undefined
  /**
   * Source of messages that wake a worker when an event arrives, such as `bullmq()` of `@wecom/sync/bullmq`. Default:
   * no messages. A worker then finds the event when it next checks the database.
   */
  readonly wakeups?: Wakeups | undefined
  /** How long events and changes are stored. Each full run (`run`) deletes older ones at its end. */
  readonly retention?: Retention | undefined
}

/** Access to the tables of one corp. `openSync` returns it. */
export interface Sync {
  /**
   * Reads the whole corp into the tables (a full run). If an earlier run was interrupted or crashed, this call
   * continues that run. Several processes may call `run` at the same time. They then share the work.
   *
   * @returns a report of the data that was read, and of the gaps (data that could not be read). `ok` is false if data
   *   is missing that this app may read.
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
   * Reads one customer, one group chat, one contact way or all tags again. Call this function after you have changed
   * something through the API, because WeCom sends no event for such a change.
   *
   * @throws {WeComError} the read failed. The tables are unchanged.
   *
   * @example
   * await updateContactRemark(client, { userid: 'lina', external_userid: 'wm1', remark: '老客户' })
   * await sync.refresh({ external_userid: 'wm1' })
   */
  readonly refresh: (target: RefreshTarget, options?: RequestOptions) => Promise<void>
  /**
   * Returns an iterator over the records of all changes in the tables, in order. Use the records to copy changes to
   * another system. The iterator ends after the newest change.
   *
   * @example
   * for await (const change of sync.changes({ after: lastId })) await send(change)
   */
  readonly changes: (options?: ChangesOptions) => AsyncIterable<SyncChange>
  /**
   * Deletes all data about a customer from the tables, including changes and events. If WeCom still lists the customer,
   * the next full run (`run`) writes the data again.
   */
  readonly forget: (external_userid: string) => Promise<void>
  /**
   * Returns options for `createCallbackHandler`. With these options, the callback handler stores each event in the
   * database before it responds to WeCom. It calls your handler `welcome` at once. `drain` calls your handlers in `on`
   * later.
   *
   * @example
   * const handle = createCallbackHandler({ token, encodingAesKey, receiveIds: [corpId], ...sync.inbox({ welcome, on }) })
   */
  readonly inbox: (options?: InboxOptions) => Inbox
  /**
   * Reads the data again from WeCom that events reported as changed. Then calls the handlers that you passed to
   * `inbox`. If you have not called `inbox` on this object, `drain` calls no handlers. The events then wait for a
   * process that has called `inbox`.
   *
   * @example
   * await sync.drain({ maxMs: 20_000 })
   */
  readonly drain: (options?: DrainOptions) => Promise<DrainReport>
  /** Closes the database. If you passed a connection pool to `openSync`, the pool stays open. */
  readonly close: () => Promise<void>
}

/**
 * Opens the tables of a corp. If the database has no tables yet, the function creates them. If the tables are of an
 * older version of this package, the function updates them.
 *
 * @param store - `sqlite:corp.db`, `postgres://…`, `mysql://…` (also for MariaDB), or a pool of `pg` or `mysql2`.
 * @param options - {@link SyncOptions}
 * @throws {SyncError} the tables cannot be opened, with one of these kinds: `url`, `driver`, `unreachable`, `damaged`,
 *   `newer-schema`, `other-app`. The type `SyncErrorKind` explains them.
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

/** Does the work of `openSync`. The caller passes the opened database and the clock. Tests call this function. */
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
 * Writes the row of a corp, including the kind of app. If the row already exists with the other kind of app, the
 * function throws an error. The reason: the same customer has one id for the corp's own apps, and another id for apps
 * of a service provider.
 *
 * @throws {SyncError} `other-app`: the row of the corp has the other kind of app.
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
