import type { Client, RequestOptions } from '@wecom/core'
import { checkId } from './checkId.ts'
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
 * Kind of app. The two kinds receive different ids (`external_userid`) for the same customers:
 * - `self-built`: an app of the corp itself (自建应用).
 * - `third-party`: an app of a service provider (服务商).
 */
export type AppKind = 'self-built' | 'third-party'

export interface SyncOptions {
  /**
   * Client that makes the calls to WeCom. Create it with the option `limiter: callLimiter()`, so that a full run
   * (`Sync.run`) stays below WeCom's rate limits.
   */
  readonly client: Client
  /** Id of the corp (corpid). The id is part of every primary key, so one database can contain several corps. */
  readonly corpId: string
  /**
   * Kind of the app that `client` uses: `self-built` (an app of the corp itself, 自建应用) or `third-party` (an app of a
   * service provider, 服务商). Default: `self-built`.
   *
   * Use the same kind in all processes for one corp. The two kinds receive different ids for the same customer, so the
   * tables would otherwise contain the customer twice. If the tables contain the ids of the other kind, `openSync`
   * throws a `SyncError` (`other-app`).
   */
  readonly appKind?: AppKind | undefined
  /**
   * Object that sends messages to wake a worker when an event arrives. Create it with `bullmq()` of
   * `@wecom/sync/bullmq`. Default: none. A worker then finds the event when it next checks the database.
   */
  readonly wakeups?: Wakeups | undefined
  /**
   * How long events and changes are stored, in milliseconds. By default, the tables keep events for 30 days, and
   * changes without limit. At the end of each full run (`run`), the sync deletes the events and changes that have been
   * stored for longer.
   */
  readonly retention?: Retention | undefined
}

/** Functions that work on the tables of one corp. `openSync` returns these functions. */
export interface Sync {
  /**
   * Reads the whole corp into the tables (a full run). If a run was interrupted or crashed in the last 24 hours, this
   * call continues that run. Several processes may call `run` at the same time. They then share the work.
   *
   * @returns a report of the data that was read, and of the gaps (data that could not be read). `ok` is false if the
   *   run was stopped, or if data is missing that this app may read.
   * @throws {SyncError} the database cannot be used: `damaged`, `full`, `busy`, `unreachable`.
   * @throws {WeComApiError} no call can succeed: the secret is wrong, the token was revoked, or the IP is not trusted.
   * @throws {RangeError} `concurrency` is not a positive integer.
   *
   * @example
   * const report = await sync.run({ onProgress: ({ resources }) => console.log(resources.customers.done) })
   * process.exitCode = report.ok ? 0 : 3 // 3 or any other number except 0 means a failure
   */
  readonly run: (options?: RunOptions) => Promise<Report>
  /**
   * Reads one customer, one group chat, one contact way or all tags again, and updates the tables. Call this function
   * after you have changed something through the API, because WeCom sends no event for such a change.
   *
   * @throws {WeComError} the read failed. The tables are unchanged.
   * @throws {Error} WeCom returned a group chat without people, which cannot be right. The tables are unchanged.
   * @throws {SyncError} `suspicious`: too many tags are missing at once. None was marked as deleted.
   *
   * @example
   * await updateContactRemark(client, { userid: 'lina', external_userid: 'wm1', remark: '老客户' })
   * await sync.refresh({ external_userid: 'wm1' })
   */
  readonly refresh: (target: RefreshTarget, options?: RequestOptions) => Promise<void>
  /**
   * Lists all changes of the tables, the oldest first. Use it to copy the changes to another system. The iterator ends
   * after the newest change.
   *
   * @example
   * // `lastId` is the `id` of the last change that you sent. `send` is your own function.
   * for await (const change of sync.changes({ after: lastId })) await send(change)
   */
  readonly changes: (options?: ChangesOptions) => AsyncIterable<SyncChange>
  /**
   * Deletes all data about a customer from the tables, including changes and events. If a read of this customer is in
   * progress, the read does not write the data again. If WeCom still lists the customer, the next full run (`run`)
   * writes the customer to the tables again.
   *
   * Exception: an event that also names other people stays until its handler has been called. The first full run after
   * the call of the handler deletes the event.
   *
   * @throws {RangeError} `external_userid` is empty, longer than 128 characters, or not ASCII.
   */
  readonly forget: (external_userid: string) => Promise<void>
  /**
   * Returns options for `createCallbackHandler` of `@wecom/callback`. With these options, the callback handler stores
   * each event in the database before it responds to WeCom. If an event has a welcome code, the callback handler also
   * calls your function `welcome` at once. `drain` calls your handlers in `on` later.
   *
   * @example
   * const handle = createCallbackHandler({ token, encodingAesKey, receiveIds: [corpId], ...sync.inbox({ welcome, on }) })
   */
  readonly inbox: (options?: InboxOptions) => Inbox
  /**
   * Handles stored events. It reads the changed data again from WeCom, then calls the handlers that you passed to
   * `inbox`. If you have not called `inbox` on this object, `drain` only reads data. The events then wait for a process
   * that has called `inbox`.
   *
   * @example
   * await sync.drain({ maxMs: 20_000 })
   */
  readonly drain: (options?: DrainOptions) => Promise<DrainReport>
  /**
   * Closes the database. If you passed a connection pool to `openSync`, the pool stays open. Calling `close` again has
   * no effect.
   */
  readonly close: () => Promise<void>
}

/**
 * Opens the tables of a corp. The function creates missing tables, and updates tables of an older version of this
 * package.
 *
 * @param store - `sqlite:corp.db`, `postgres://…`, `mysql://…` (also for MariaDB), or a pool of `pg` or `mysql2`.
 * @param options - {@link SyncOptions}
 * @throws {SyncError} the tables cannot be opened, with one of these kinds: `url`, `driver`, `unreachable`, `damaged`,
 *   `newer-schema`, `other-app`. The type `SyncErrorKind` explains them.
 * @throws {RangeError} `retention` has a time that is not a positive number, or `corpId` is not an id.
 *
 * @example
 * const client = createClient({ token: corpToken({ corpId, secret }), limiter: callLimiter() })
 * const sync = await openSync('sqlite:corp.db', { client, corpId })
 * const report = await sync.run()
 */
export async function openSync(store: SyncStore, options: SyncOptions): Promise<Sync> {
  checkRetention('openSync', options.retention)
  checkId('openSync: corpId', options.corpId)
  const database = await openDatabase(store)
  try {
    return await createSync(database, options, databaseTime(database))
  } catch (error) {
    await database.close()
    throw error
  }
}

// Exported for tests, which pass their own database and clock.
export async function createSync(database: Database, options: SyncOptions, time: Time): Promise<Sync> {
  const { client, corpId, appKind = 'self-built', wakeups, retention } = options
  await migrate(database)
  await time.measure()
  await enterCorp({ database, corpId, time }, appKind)
  const context: SyncContext = { database: oneByOne(database, corpId), client, corpId, time, retention }
  let handlers: InboxHandlers | undefined
  let closed: Promise<void> | undefined
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
    close: () => (closed ??= database.close()),
  }
}

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
