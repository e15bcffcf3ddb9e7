import type { ProxyOptions } from './ProxyOptions.ts'

/** How much of a request is read, and for how long. */
export interface Limits {
  readonly maxBodyBytes: number
  readonly maxUploadBytes: number
  /** Milliseconds. */
  readonly bodyTimeout: number
}

const mebibyte = 1024 * 1024
/** What is longer overflows in `setTimeout`, which then fires at once. */
const longestTimer = 2 ** 31 - 1

/** @throws {RangeError} a limit that limits nothing. */
export function createLimits({
  maxBodyBytes = mebibyte,
  maxUploadBytes = 21 * mebibyte,
  bodyTimeout = 60_000,
}: Pick<ProxyOptions, 'maxBodyBytes' | 'maxUploadBytes' | 'bodyTimeout'>): Limits {
  const limits = { maxBodyBytes, maxUploadBytes, bodyTimeout }
  for (const [name, value] of Object.entries(limits)) {
    if (!Number.isSafeInteger(value) || value <= 0) throw new RangeError(`createProxy: ${name} must be a whole number`)
  }
  if (bodyTimeout > longestTimer) throw new RangeError(`createProxy: bodyTimeout must be at most ${longestTimer} ms`)
  return limits
}
