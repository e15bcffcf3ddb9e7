/** Kind of a problem with the database of a sync. */
export type SyncErrorKind =
  /** The URL of the database has an unknown scheme, or the database file cannot be opened. */
  | 'url'
  /** The npm package with the driver of the database is not installed. */
  | 'driver'
  /** The database file is damaged, or is not a database. */
  | 'damaged'
  /** A newer version of this package has created the tables. */
  | 'newer-schema'
  /**
   * The tables contain customer ids of another kind of app: a service provider's app instead of the corp's own, or the
   * reverse.
   */
  | 'other-app'
  /** Another process has locked the database for too long. */
  | 'busy'
  /** The database server cannot be reached, or does not respond. */
  | 'unreachable'
  /** The database has no disk space left. */
  | 'full'
  /**
   * Another worker has taken over the work. This process was paused for so long that its lease (the time-limited right
   * to do the work) expired.
   */
  | 'lease-lost'

/**
 * Error of the database of a sync. `kind` is the reason. Recognise the error by `isSyncError`. A call that WeCom
 * refuses causes no `SyncError`: it becomes a gap in the report of the run.
 */
export class SyncError extends Error {
  override readonly name = 'SyncError'
  /**
   * Marker that `isSyncError` checks. The marker also works if a program has two copies of this package, while
   * `instanceof` would not.
   */
  readonly isSyncError = true
  readonly kind: SyncErrorKind

  constructor(kind: SyncErrorKind, message: string, options?: ErrorOptions) {
    super(message, options)
    this.kind = kind
  }
}

/**
 * Checks whether a value is a `SyncError`, also one that another copy of this package created.
 *
 * @example
 * if (isSyncError(error) && error.kind === 'damaged') restoreBackup()
 */
export function isSyncError(error: unknown): error is SyncError {
  return error instanceof Error && 'isSyncError' in error && error.isSyncError === true
}
