/** A process that reads all customers of a corp, in one of three ways. */
export interface Syncer {
  /**
   * How the process reads the customers:
   * - `bare` requests and parses all pages, and stores nothing.
   * - `sync` writes them to the file with `@wecom/sync`.
   * - `sync over undici` does the same with a client over `undiciTransport`.
   */
  readonly way: 'bare' | 'sync' | 'sync over undici'
  readonly url: string
  readonly corpId: string
  readonly secret: string
  /** SQLite file that `sync` and `sync over undici` write to. */
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
