import type { Quantiles } from './quantiles.ts'

/** One measured number, and the limit that it must keep. */
export interface Row {
  readonly name: string
  readonly value: number
  readonly unit: 'calls/s' | 'customers/s' | 'MiB' | 'ms' | 'requests' | 's' | 'times'
  /** Processor time of each call, or of each customer, in microseconds. */
  readonly cpu?: number
  /** Ratio of this number to the number of raw fetch, or of a bare server, in each round. */
  readonly ratio?: Quantiles
  readonly bar?: Bar
}

export interface Bar {
  readonly text: string
  readonly met: boolean
}

/** Returns a lower limit that three quarters of the rounds must reach. */
export function atLeast(bar: number, of: string, { lower }: Quantiles): Bar {
  return { text: `at least ${bar.toFixed(2)} ${of}`, met: lower >= bar }
}

/** Returns an upper limit that three quarters of the rounds must stay below. */
export function atMost(bar: number, of: string, { upper }: Quantiles): Bar {
  return { text: `at most ${bar} ${of}`, met: upper <= bar }
}
