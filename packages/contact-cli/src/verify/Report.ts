import type { Difference } from './compareAnswers.ts'

/**
 * Result of the calls to one endpoint. It contains names of calls and fields, types, errcodes and counts. It contains
 * no ids, no parameters and no values from answers.
 */
export interface CallReport {
  /** Name of the SDK function for the endpoint, such as `getContact`. */
  readonly call: string
  readonly path: string
  /** Number in the URL of the endpoint's official page, such as 92114 in `…/document/path/92114`. */
  readonly docs: number
  /** Number of answers that `verifyCorp` compared. Each page of a list counts as one answer. */
  readonly answers: number
  /**
   * `known` is the number of fields that the documentation lists. `seen` is the number of these fields that occurred in
   * the answers.
   */
  readonly fields: { readonly known: number; readonly seen: number }
  readonly differences: readonly Difference[]
  /** Errcode of each call that WeCom refused. */
  readonly refusals: readonly number[]
  /** Error kind of each call that got no usable answer, such as `network`, `timeout` or `http`. */
  readonly failures: readonly string[]
  /** Reason why `verifyCorp` did not call this endpoint. Undefined if it made at least one call. */
  readonly skipped?: string | undefined
}

/**
 * Result of `verifyCorp`: how the answers of WeCom differ from the documentation. It contains no data of the corp, so
 * you can publish it.
 */
export interface Report {
  /** Version of the SDK that wrote the report. */
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
