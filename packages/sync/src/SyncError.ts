/** The kind of problem with the database of a sync. */
export type SyncErrorKind =
  /** The URL of the database is not one that `openSync` takes, or its file cannot be opened. */
  | 'url'
  /** The driver of the database is not installed. */
  | 'driver'
  /** The file is damaged, or no database. */
  | 'damaged'
  /** A newer version of this package has written the tables. */
  | 'newer-schema'
  /** The tables belong to an app of another kind, which sees other ids. */
  | 'other-app'
  /** Another process has held the database for too long. */
  | 'busy'
  /** The server of the database takes no connections, or does not answer. */
  | 'unreachable'
  /** No space is left for the database. */
  | 'full'
  /** Another worker has taken the work over, because this process was paused for longer than its lease. */
  | 'lease-lost'

/**
 * The database cannot be used as it is. `kind` says why; `isSyncError` recognises it. A call that WeCom refuses is not a
 * `SyncError`: it becomes a gap of the report.
 */
export class SyncError extends Error {
  override readonly name = 'SyncError'
  /** A mark instead of `instanceof`, which fails where two copies of this package meet. */
  readonly isSyncError = true
  readonly kind: SyncErrorKind

  constructor(kind: SyncErrorKind, message: string, options?: ErrorOptions) {
    super(message, options)
    this.kind = kind
  }
}

/**
 * Whether an error is a `SyncError`, also one of another copy of this package.
 *
 * @example
 * if (isSyncError(error) && error.kind === 'damaged') restoreBackup()
 */
export function isSyncError(error: unknown): error is SyncError {
  return error instanceof Error && 'isSyncError' in error && error.isSyncError === true
}
