import type { ProxyOptions } from './ProxyOptions.ts'

/** Limits of a proxy (see `ProxyOptions`). The two sizes are in bytes, the three timeouts in milliseconds. */
export interface Limits {
  readonly maxBodyBytes: number
  readonly maxUploadBytes: number
  readonly bodyTimeout: number
  readonly authenticateTimeout: number
  readonly authorizeTimeout: number
}

const mebibyte = 1024 * 1024
// In milliseconds. With a longer delay, `setTimeout` fires at once.
const longestTimer = 2 ** 31 - 1

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
