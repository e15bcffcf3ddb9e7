/** The reason for a `SyncError`. Its field `kind` contains one of these values. */
export type SyncErrorKind =
  /** The URL of the database has an unknown scheme, or the database file cannot be opened and written. */
  | 'url'
  /** The npm package with the driver of the database is not installed. */
  | 'driver'
  /** The database file is damaged, or is not a database. */
  | 'damaged'
  /** A newer version of this package has created the tables. */
  | 'newer-schema'
  /**
   * The tables contain ids for the other kind of app (option `appKind`). Apps of the corp itself and apps of a service
   * provider receive different ids for the same customer, so they cannot share tables.
   */
  | 'other-app'
  /** Another process has locked the database for too long. */
  | 'busy'
  /** The database server cannot be reached, or does not respond. */
  | 'unreachable'
  /** The database is read-only, or its user lacks the right to create or change the tables. */
  | 'read-only'
  /** The database has no disk space left. */
  | 'full'
  /**
   * Another worker has taken over the work of this process. A lease reserves work for a worker for a limited time. This
   * process was paused until the lease expired, for example by the operating system.
   */
  | 'lease-lost'
  /**
   * So many tags are missing in WeCom's list of tags that the list is probably wrong. `Sync.refresh` has marked none of
   * them as deleted. If the list is right, call `Sync.run` with the option `acceptMissing`.
   */
  | 'suspicious'

/**
 * Error that stops the sync or keeps it from starting: usually a failure of the database that contains the tables. The
 * field `kind` is the reason. Use `isSyncError()` to recognise this error. A call that WeCom refuses causes no
 * `SyncError`. `Sync.run` lists the data that it could not read in the field `gaps` of its report. If no call can
 * succeed, `Sync.run` throws a `WeComApiError`.
 */
export class SyncError extends Error {
  override readonly name = 'SyncError'
  /**
   * Always true. The function `isSyncError` recognises a `SyncError` by this field. `instanceof` would not recognise an
   * error that another copy of this package created.
   */
  readonly isSyncError = true
  readonly kind: SyncErrorKind

  constructor(kind: SyncErrorKind, message: string, options?: ErrorOptions) {
    super(message, options)
    this.kind = kind
  }
}

/**
 * Checks whether a value is a `SyncError`. The result is also true for a `SyncError` that another copy of this package
 * created.
 *
 * @example
 * if (isSyncError(error) && error.kind === 'damaged') restoreBackup()
 */
export function isSyncError(error: unknown): error is SyncError {
  return error instanceof Error && 'isSyncError' in error && error.isSyncError === true
}
