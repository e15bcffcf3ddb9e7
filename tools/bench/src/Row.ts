/** One number, and the bar it is held against. */
export interface Row {
  readonly name: string
  readonly value: number
  readonly unit: 'calls/s' | 'MiB' | 'ms' | 'requests' | 's'
  /** Microseconds of processor time for each call. */
  readonly cpu?: number
  /** Calls per second as a share of the bare way: of raw fetch, or of a bare server. */
  readonly ratio?: number
  readonly bar?: Bar
}

export interface Bar {
  readonly text: string
  readonly met: boolean
}
