import type { Gap } from './gaps.ts'
import type { ResourceName } from './resourceNames.ts'

/** How far a full run has read one kind of data, such as customers. */
export interface ResourceProgress {
  /**
   * Number of items that the run has read from WeCom's lists so far. Under `customers`, this is the number of follow
   * relations: a customer of two members counts twice.
   */
  readonly done: number
  /**
   * Expected number of items: the number that the tables contained when `run` was called. Undefined until the first
   * full run of the corp has ended.
   */
  readonly total: number | undefined
}

/** Progress of a full run, which reads the whole corp. `onProgress` receives it after each page of WeCom's lists. */
export interface Progress {
  readonly runId: string
  readonly resources: Readonly<Record<ResourceName, ResourceProgress>>
  /**
   * Progress of the run in parts. A full run divides the corp into parts, and adds parts while it reads. `done` is the
   * number of finished parts, including failed ones. `total` is the number of all parts so far.
   */
  readonly slices: { readonly done: number; readonly total: number }
  /** Average number of items that the run has read per second, since this call of `run` started. */
  readonly perSecond: number
  /** Estimated remaining time in milliseconds. Undefined if the total or the speed is not known yet. */
  readonly leftMs: number | undefined
  /** Number of gaps (data that could not be read) that the run has found so far. */
  readonly gaps: number
  /**
   * Time until which the run pauses because WeCom refuses calls, in milliseconds since 1970. Undefined if WeCom accepts
   * calls.
   */
  readonly pausedUntil: number | undefined
}

/** Result of a full run (`Sync.run`). */
export interface Report {
  readonly runId: string
  /**
   * Whether the run is complete and has no gaps (data that could not be read). Gaps of the kind `denied` do not count,
   * because this app has no permission to read their data.
   */
  readonly ok: boolean
  /**
   * Whether the run has ended. False in two cases:
   * - `signal` stopped the run. The next call of `run` continues this run.
   * - This process was paused for more than 24 hours, and a newer run has replaced this run.
   */
  readonly complete: boolean
  readonly beganAt: number
  readonly endedAt: number
  /**
   * Number of items that the run has read from lists, by kind of data. `customers` is the number of follow relations: a
   * customer of two members counts twice.
   */
  readonly read: Readonly<Record<ResourceName, number>>
  /**
   * The gaps (data that the run could not read), at most 1,000. Gaps of the kind `denied` come last, so they are left
   * out first. The table `gaps` contains all gaps.
   */
  readonly gaps: readonly Gap[]
  /** Number of all gaps (data that the run could not read), including those that the list `gaps` leaves out. */
  readonly gapCount: number
}

export interface RunState {
  readonly done: Readonly<Record<ResourceName, number>>
  readonly slices: { readonly done: number; readonly total: number }
  readonly gaps: number
}

export function toProgress(
  runId: string,
  { done, slices, gaps }: RunState,
  totals: Partial<Record<ResourceName, number>>,
  elapsedMs: number,
  doneBefore: number,
  pausedUntil: number | undefined,
): Progress {
  const names = Object.keys(done) as ResourceName[]
  const all = names.reduce((sum, name) => sum + done[name], 0)
  // `elapsedMs` is the time of this call of `run`, so items that earlier calls have read do not count.
  const perSecond = elapsedMs > 0 ? ((all - doneBefore) * 1000) / elapsedMs : 0
  const isKnown = names.every((name) => totals[name] !== undefined)
  const left = names.reduce((sum, name) => sum + Math.max(0, (totals[name] ?? 0) - done[name]), 0)
  const resources = Object.fromEntries(names.map((name) => [name, { done: done[name], total: totals[name] }]))
  return {
    runId,
    resources: resources as Progress['resources'],
    slices,
    perSecond,
    leftMs: isKnown && perSecond > 0 ? (left * 1000) / perSecond : undefined,
    gaps,
    pausedUntil,
  }
}
