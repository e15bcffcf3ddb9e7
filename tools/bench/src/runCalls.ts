import type { Call } from './Caller.ts'

export interface Turn {
  /** Number of concurrent calls. */
  readonly inFlight: number
  readonly milliseconds: number
}

export interface Sample {
  readonly calls: number
  readonly seconds: number
  /** Processor time of this process, in microseconds. */
  readonly cpu: number
}

/** Makes calls for the given number of milliseconds, and measures them. */
export async function runCalls(call: Call, { inFlight, milliseconds }: Turn): Promise<Sample> {
  let calls = 0
  const cpuBefore = process.cpuUsage()
  const startedAt = performance.now()
  const work = async (): Promise<void> => {
    for (; performance.now() - startedAt < milliseconds; calls++) await call()
  }
  await Promise.all(Array.from({ length: inFlight }, work))
  const { user, system } = process.cpuUsage(cpuBefore)
  return { calls, seconds: (performance.now() - startedAt) / 1000, cpu: user + system }
}
