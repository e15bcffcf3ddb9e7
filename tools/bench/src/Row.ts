import type { Quantiles } from './quantiles.ts'

/** One measured number, and the limit that the number must meet. */
export interface Row {
  readonly name: string
  readonly value: number
  readonly unit: 'calls/s' | 'customers/s' | 'MiB' | 'ms' | 'requests' | 's' | 'times'
  /** Processor time of each call, or of each customer, in microseconds. */
  readonly cpu?: number
  /**
   * Median and quartiles of the ratios of all rounds. The ratio of a round is the measured speed, duration or processor
   * time, divided by the value of the baseline (such as raw `fetch`) in the same round. Undefined if there is no
   * baseline.
   */
  readonly ratio?: Quantiles
  readonly limit?: Limit
}

export interface Limit {
  /** The limit of a measured number, in words: for instance `at least 0.80 of raw fetch`. */
  readonly text: string
  /** Whether the measured number meets the limit. */
  readonly met: boolean
}

/**
 * Returns a lower limit. The limit is met if the ratio is at least `limit` in three quarters of the rounds.
 *
 * @param textAfterNumber - words after the number in the text of the limit. For example, `of raw fetch` gives the text
 *   `at least 0.80 of raw fetch`.
 */
export function atLeast(limit: number, textAfterNumber: string, { lower }: Quantiles): Limit {
  return { text: `at least ${limit.toFixed(2)} ${textAfterNumber}`, met: lower >= limit }
}

/**
 * Returns an upper limit. The limit is met if the ratio is at most `limit` in three quarters of the rounds.
 *
 * @param textAfterNumber - words after the number in the text of the limit. For example, `in three rounds of four`
 *   gives the text `at most 2.1 in three rounds of four`.
 */
export function atMost(limit: number, textAfterNumber: string, { upper }: Quantiles): Limit {
  return { text: `at most ${limit} ${textAfterNumber}`, met: upper <= limit }
}
