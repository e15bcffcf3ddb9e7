/** One way through all customers of a corp, in a process of its own. */
export interface Syncer {
  /** `bare` fetches and parses all pages, and keeps nothing; `sync` writes them into the file. */
  readonly way: 'bare' | 'sync'
  readonly url: string
  readonly corpId: string
  readonly secret: string
  /** The SQLite file of `sync`. */
  readonly file: string
}

/** The cost of one pass over all customers. */
export interface SyncSample {
  readonly customers: number
  readonly seconds: number
  /** Seconds of processor time that the process took. */
  readonly cpuSeconds: number
  /** MiB by which the process is larger in the last tenth than in the first, median of each; of `sync` only. */
  readonly growth: number
}
