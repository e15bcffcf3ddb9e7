import type { Difference } from './compareAnswers.ts'

/**
 * How one endpoint answered. Holds names of calls and fields, types, errcodes and counts: no value of an answer,
 * no parameter, no id.
 */
export interface CallReport {
  /** Name of the function, e.g. `getContact`. */
  readonly call: string
  readonly path: string
  /** Number of the official page. */
  readonly docs: number
  /** Answers that were compared; each page of a list is one. */
  readonly answers: number
  /** Fields that the catalogue knows, and how many of them the answers had. */
  readonly fields: { readonly known: number; readonly seen: number }
  readonly differences: readonly Difference[]
  /** Errcodes of the calls that WeCom refused. */
  readonly refusals: readonly number[]
  /** Kinds of errors of the calls that got no usable answer: `network`, `timeout`, `http`, … */
  readonly failures: readonly string[]
  /** Why no call was made. */
  readonly skipped?: string | undefined
}

/** The outcome of one walk; its user can publish it. */
export interface Report {
  /** Version of the SDK. */
  readonly version: string
  /** Day of the walk, in UTC. */
  readonly date: string
  readonly totals: {
    readonly answers: number
    readonly differences: number
    readonly refusals: number
    readonly failures: number
    readonly skipped: number
  }
  readonly calls: readonly CallReport[]
}

export function createReport(calls: readonly CallReport[], version: string, now: number): Report {
  const count = (size: (call: CallReport) => number): number => calls.reduce((sum, call) => sum + size(call), 0)
  return {
    version,
    date: new Date(now).toISOString().slice(0, 10),
    totals: {
      answers: count(({ answers }) => answers),
      differences: count(({ differences }) => differences.length),
      refusals: count(({ refusals }) => refusals.length),
      failures: count(({ failures }) => failures.length),
      skipped: count(({ skipped }) => (skipped === undefined ? 0 : 1)),
    },
    calls,
  }
}
