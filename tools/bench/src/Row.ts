import type { Quantiles } from './quantiles.ts'

/** One number and its bar. */
export interface Row {
  readonly name: string
  readonly value: number
  readonly unit: 'calls/s' | 'customers/s' | 'MiB' | 'ms' | 'requests' | 's' | 'times'
  /** Microseconds of processor time for each call, or each customer. */
  readonly cpu?: number
  /** The ratio to raw fetch, or to a bare server, of each round. */
  readonly ratio?: Quantiles
  readonly bar?: Bar
}

export interface Bar {
  readonly text: string
  readonly met: boolean
}

/** A lower bound that three quarters of the rounds must reach. */
export function atLeast(bar: number, of: string, { lower }: Quantiles): Bar {
  return { text: `at least ${bar.toFixed(2)} ${of}`, met: lower >= bar }
}

/** An upper bound that three quarters of the rounds must stay below. */
export function atMost(bar: number, of: string, { upper }: Quantiles): Bar {
  return { text: `at most ${bar} ${of}`, met: upper <= bar }
}
