import type { Quantiles } from './quantiles.ts'

/** One number, and the bar it is held against. */
export interface Row {
  readonly name: string
  readonly value: number
  readonly unit: 'calls/s' | 'customers/s' | 'MiB' | 'ms' | 'requests' | 's' | 'times'
  /** Microseconds of processor time for each call. */
  readonly cpu?: number
  /** A share of the bare way, round by round: of raw fetch, or of a bare server. */
  readonly ratio?: Quantiles
  readonly bar?: Bar
}

export interface Bar {
  readonly text: string
  readonly met: boolean
}

/** A bar that three quarters of the rounds have to reach. */
export function atLeast(bar: number, of: string, { lower }: Quantiles): Bar {
  return { text: `at least ${bar.toFixed(2)} ${of}`, met: lower >= bar }
}

/** A bar that three quarters of the rounds have to stay below. */
export function atMost(bar: number, of: string, { upper }: Quantiles): Bar {
  return { text: `at most ${bar} ${of}`, met: upper <= bar }
}
