import type { Gap } from './gaps.ts'
import type { ResourceName } from './resourceNames.ts'

/** How far one kind of thing is. */
export interface ResourceProgress {
  /** Items of lists that were read. */
  readonly done: number
  /** How many there were after the run before; undefined on a first run. */
  readonly total: number | undefined
}

/** How far a run is. */
export interface Progress {
  readonly runId: string
  readonly resources: Readonly<Record<ResourceName, ResourceProgress>>
  /** Parts of the run that are over, and those that are known so far. */
  readonly slices: { readonly done: number; readonly total: number }
  /** Items a second since this call of `run` began. */
  readonly perSecond: number
  /** Milliseconds that are left, by the rate so far; undefined where a total or the rate is not known. */
  readonly leftMs: number | undefined
  /** How many gaps are open. */
  readonly gaps: number
  /** Until when WeCom takes no more calls, in milliseconds since 1970; undefined where it does. */
  readonly pausedUntil: number | undefined
}

/** How a call of `run` ended. */
export interface Report {
  readonly runId: string
  /** Whether everything was read that this app may read: `complete`, and no gap but `denied` ones. */
  readonly ok: boolean
  /** False where `signal` stopped the run; the next call goes on from there. */
  readonly complete: boolean
  readonly beganAt: number
  readonly endedAt: number
  /** Items of lists that the run has read. */
  readonly read: Readonly<Record<ResourceName, number>>
  readonly gaps: readonly Gap[]
}

/** The state of a run in the database. */
export interface RunState {
  readonly done: Readonly<Record<ResourceName, number>>
  readonly slices: { readonly done: number; readonly total: number }
  readonly gaps: number
}

/**
 * @param elapsedMs - since this call of `run` began.
 * @param doneBefore - items that earlier calls of the same run had read.
 */
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
