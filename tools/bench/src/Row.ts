/** One number, and the bar it is held against. */
export interface Row {
  readonly name: string
  readonly value: number
  readonly unit: 'calls/s' | 'ms' | 'requests' | 's'
  /** Microseconds of processor time for each call. */
  readonly cpu?: number
  /** Calls per second as a share of raw fetch. */
  readonly ratio?: number
  readonly bar?: Bar
}

export interface Bar {
  readonly text: string
  readonly met: boolean
}
