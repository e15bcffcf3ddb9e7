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
   * Another kind of app than yours has filled the tables. A customer has one id for apps of the corp itself, and
   * another id for apps of a service provider.
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
   * Another worker has taken over the work of this process. A worker has the right to its work only for a limited time
   * (the lease). This process was paused, for example by the operating system, until its lease expired.
   */
  | 'lease-lost'
  /**
   * So many tags are missing in WeCom's list of tags that the list is probably wrong. `Sync.refresh` has marked none of
   * them as deleted. If the list is right, call `Sync.run` with the option `acceptMissing`.
   */
  | 'suspicious'

/**
 * Error that stops the sync or keeps it from starting: usually a failure of the database that contains the tables. The
 * field `kind` contains the reason. Use `isSyncError()` to recognise this error.
 *
 * A call that WeCom refuses causes no `SyncError`. `Sync.run` lists the data that it could not read in the field `gaps`
 * of its report. If no call can succeed, `Sync.run` throws a `WeComApiError`.
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
