/** A process that reads all customers of a corp, in one of two ways. */
export interface Syncer {
  /**
   * How the process reads the customers. `bare` requests and parses all pages, and stores nothing. `sync` writes them
   * to the file with `@wecom/sync`.
   */
  readonly way: 'bare' | 'sync'
  readonly url: string
  readonly corpId: string
  readonly secret: string
  /** The SQLite file that `sync` writes to. */
  readonly file: string
}

/** The cost of reading all customers once. */
export interface SyncSample {
  readonly customers: number
  readonly seconds: number
  /** Processor time of the process, in seconds. */
  readonly cpuSeconds: number
  /**
   * Growth of the memory of a `sync` process in MiB: the median of the last tenth of the time, minus the median of the
   * first tenth.
   */
  readonly growth: number
}
