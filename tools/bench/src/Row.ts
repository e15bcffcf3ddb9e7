import type { Quantiles } from './quantiles.ts'

/** One measured number, and the limit that the number must meet. */
export interface Row {
  readonly name: string
  readonly value: number
  readonly unit: 'calls/s' | 'customers/s' | 'MiB' | 'ms' | 'requests' | 's' | 'times'
  /** Processor time of each call, or of each customer, in microseconds. */
  readonly cpu?: number
  /**
   * Median and quartiles of one ratio per round: the measured speed, duration or processor time, divided by that of the
   * baseline (such as raw `fetch`) in the same round. Undefined if there is no baseline.
   */
  readonly ratio?: Quantiles
  readonly bar?: Bar
}

/** A limit for a measured number. */
export interface Bar {
  /** The limit in words, such as `at least 0.80 of raw fetch`. */
  readonly text: string
  /** Whether the measured number meets the limit. */
  readonly met: boolean
}

/**
 * Returns a lower limit for a ratio, and whether the measured ratios meet the limit. They meet the limit if the ratio
 * is `bar` or more in three quarters of the rounds.
 *
 * @param of - the end of the limit's text, after `at least <bar>`, such as `of raw fetch`.
 */
export function atLeast(bar: number, of: string, { lower }: Quantiles): Bar {
  return { text: `at least ${bar.toFixed(2)} ${of}`, met: lower >= bar }
}

/**
 * Returns an upper limit for a ratio, and whether the measured ratios meet the limit. They meet the limit if the ratio
 * is `bar` or less in three quarters of the rounds.
 *
 * @param of - the end of the limit's text, after `at most <bar>`.
 */
export function atMost(bar: number, of: string, { upper }: Quantiles): Bar {
  return { text: `at most ${bar} ${of}`, met: upper <= bar }
}
