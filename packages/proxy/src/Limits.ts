import type { ProxyOptions } from './ProxyOptions.ts'

/**
 * Limits of the proxy: maximum sizes of a request body, and time limits for the body, `authenticate` and `authorize`.
 */
export interface Limits {
  readonly maxBodyBytes: number
  readonly maxUploadBytes: number
  /** Maximum time for receiving the body of a request, in milliseconds. */
  readonly bodyTimeout: number
  /** Maximum duration of `authenticate`, in milliseconds. */
  readonly authenticateTimeout: number
  /** Maximum duration of `authorize`, in milliseconds. */
  readonly authorizeTimeout: number
}

const mebibyte = 1024 * 1024
/** Longest delay that `setTimeout` supports, in milliseconds. With a longer delay, its timer fires at once. */
const longestTimer = 2 ** 31 - 1

/**
 * Creates the limits from the options. If an option is omitted, its limit has the default value.
 * @throws {RangeError} a limit is not a positive integer, or a time limit is too long for `setTimeout`.
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
