/**
 * Settings of a process that reads all customers of a corp. The benchmark starts the process and sends it these
 * settings.
 */
export interface Syncer {
  /**
   * How the process reads the customers:
   * - `bare` requests and parses all pages, and stores nothing.
   * - `sync` reads them with `@wecom/sync` and writes them to `file`.
   * - `sync over undici` does the same as `sync`, with a client that uses `undiciTransport`.
   */
  readonly way: 'bare' | 'sync' | 'sync over undici'
  readonly url: string
  readonly corpId: string
  readonly secret: string
  /** Path of the SQLite file that the process writes the customers to. Not used if `way` is `bare`. */
  readonly file: string
}

/** Time, processor time and memory of one run that reads all customers. */
export interface SyncSample {
  readonly customers: number
  readonly seconds: number
  /** Processor time of the process, in seconds. */
  readonly cpuSeconds: number
  /**
   * Growth of the memory of the process during the run, in MiB: the median memory in the last tenth of the run, minus
   * the median memory in the first tenth.
   */
  readonly growth: number
}
