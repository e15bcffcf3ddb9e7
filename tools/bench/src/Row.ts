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
  readonly bar?: Bar
}

export interface Bar {
  /** The limit of a measured number, in words: for instance `at least 0.80 of raw fetch`. */
  readonly text: string
  /** Whether the measured number meets the limit. */
  readonly met: boolean
}

/**
 * Returns a lower limit. The limit is met if the ratio is at least `bar` in three quarters of the rounds.
 *
 * @param of - words after the number in the text of the limit. For example, `of raw fetch` gives the text
 *   `at least 0.80 of raw fetch`.
 */
export function atLeast(bar: number, textAfterNumber: string, { lower }: Quantiles): Bar {
  return { text: `at least ${bar.toFixed(2)} ${textAfterNumber}`, met: lower >= bar }
}

/**
 * Returns an upper limit. The limit is met if the ratio is at most `bar` in three quarters of the rounds.
 *
 * @param of - words after the number in the text of the limit. For example, `in three rounds of four` gives the text
 *   `at most 2.1 in three rounds of four`.
 */
export function atMost(bar: number, textAfterNumber: string, { upper }: Quantiles): Bar {
  return { text: `at most ${bar} ${textAfterNumber}`, met: upper <= bar }
}
