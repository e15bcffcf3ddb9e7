import type { ProxyOptions } from './ProxyOptions.ts'

/** Limits of the proxy: sizes of a request, and times for its body and for your own code. */
export interface Limits {
  readonly maxBodyBytes: number
  readonly maxUploadBytes: number
  /** Time limit for the body of a request, in milliseconds. */
  readonly bodyTimeout: number
  /** Time limit for `authenticate`, in milliseconds. */
  readonly authenticateTimeout: number
  /** Time limit for `authorize`, in milliseconds. */
  readonly authorizeTimeout: number
}

const mebibyte = 1024 * 1024
/** Longest time for `setTimeout` in milliseconds. `setTimeout` fires at once for longer times. */
const longestTimer = 2 ** 31 - 1

/**
 * Makes the limits from the options, with the defaults filled in.
 * @throws {RangeError} a limit is out of range.
 */
export function createLimits({
  maxBodyBytes = mebibyte,
  maxUploadBytes = 21 * mebibyte,
  bodyTimeout = 60_000,
  authenticateTimeout = 5_000,
  authorizeTimeout = 5_000,
}: Pick<ProxyOptions, keyof Limits>): Limits {
  const sizes = { maxBodyBytes, maxUploadBytes }
  const timeouts = { bodyTimeout, authenticateTimeout, authorizeTimeout }
  for (const [name, value] of Object.entries({ ...sizes, ...timeouts })) {
    if (Number.isSafeInteger(value) && value > 0) continue
    throw new RangeError(`createProxy: ${name} must be a positive integer, got ${String(value)}`)
  }
  for (const [name, value] of Object.entries(timeouts)) {
    if (value > longestTimer)
      throw new RangeError(`createProxy: ${name} must be at most ${longestTimer} ms, got ${value}`)
  }
  return { ...sizes, ...timeouts }
}
