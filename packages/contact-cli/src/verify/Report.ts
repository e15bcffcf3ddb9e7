import type { Difference } from './compareAnswers.ts'

/**
 * Facts about the answers of one endpoint: names of calls and fields, types, errcodes and counts. Contains no value of
 * an answer, no parameter and no id.
 */
export interface CallReport {
  /** Name of the function, e.g. `getContact`. */
  readonly call: string
  readonly path: string
  /** Number of the official page that documents the call. */
  readonly docs: number
  /** Number of compared answers. Each page of a list counts as one answer. */
  readonly answers: number
  /** Number of fields in the catalogue, and how many of these fields the answers had. */
  readonly fields: { readonly known: number; readonly seen: number }
  readonly differences: readonly Difference[]
  /** Errcodes of the calls that WeCom refused. */
  readonly refusals: readonly number[]
  /** Kinds of errors of the calls that got no usable answer: `network`, `timeout`, `http`, … */
  readonly failures: readonly string[]
  /** Reason why no call was made; absent if calls were made. */
  readonly skipped?: string | undefined
}

/** The report of `verifyCorp`. It contains no data of the corp, so you can publish it. */
export interface Report {
  /** Version of the SDK. */
  readonly version: string
  /** Day on which `verifyCorp` ran, in UTC. */
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
