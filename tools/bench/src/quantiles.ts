export interface Quantiles {
  readonly lower: number
  readonly median: number
  readonly upper: number
}

export function quantiles(numbers: readonly number[]): Quantiles {
  return { lower: quantile(numbers, 0.25), median: quantile(numbers, 0.5), upper: quantile(numbers, 0.75) }
}

/**
 * Returns a quantile of some numbers, interpolated between the two nearest numbers. Returns NaN if there are no
 * numbers.
 *
 * @param fraction - from 0 to 1, e.g. 0.5 for the median.
 */
export function quantile(numbers: readonly number[], fraction: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const position = (sorted.length - 1) * fraction
  const below = sorted[Math.floor(position)] ?? Number.NaN
  const above = sorted[Math.ceil(position)] ?? Number.NaN
  return below + (above - below) * (position - Math.floor(position))
}
