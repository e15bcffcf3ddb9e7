import { median } from './median.ts'

/** One way of making the same call. */
export interface Caller {
  readonly name: string
  readonly call: () => Promise<unknown>
}

export interface CallRounds {
  /** Calls that are under way at the same time. */
  readonly inFlight: number
  /** How long each caller runs in each round. */
  readonly milliseconds: number
  readonly rounds: number
  /** Rounds before those that count. */
  readonly warmUp: number
}

export interface CallCost {
  readonly name: string
  readonly callsPerSecond: number
  /** Microseconds of processor time in this process. */
  readonly cpu: number
  /** Calls per second as a share of the first caller's in the same round. */
  readonly ratio: number
}

/** Measures callers side by side: each round runs all of them, in another order each time, so that a busy moment of the machine meets them all. */
export async function measureCalls(callers: readonly Caller[], options: CallRounds): Promise<CallCost[]> {
  const { inFlight, milliseconds, rounds, warmUp } = options
  const samples = new Map(callers.map(({ name }) => [name, [] as { callsPerSecond: number; cpu: number }[]]))
  for (let round = 0; round < warmUp + rounds; round++) {
    const start = round % callers.length
    const turned = [...callers.slice(start), ...callers.slice(0, start)]
    // Every other time backwards, so that nobody always cleans up after the same neighbour.
    for (const caller of round % 2 === 0 ? turned : turned.toReversed()) {
      const sample = await runCalls(caller, inFlight, milliseconds)
      if (round >= warmUp) samples.get(caller.name)?.push(sample)
    }
  }
  const [baseline = []] = samples.values()
  return Array.from(samples, ([name, own]) => ({
    name,
    callsPerSecond: median(own.map(({ callsPerSecond }) => callsPerSecond)),
    cpu: median(own.map(({ cpu }) => cpu)),
    ratio: median(
      own.map(({ callsPerSecond }, round) => callsPerSecond / (baseline[round]?.callsPerSecond ?? Number.NaN)),
    ),
  }))
}

async function runCalls(
  { call }: Caller,
  inFlight: number,
  milliseconds: number,
): Promise<{ callsPerSecond: number; cpu: number }> {
  let calls = 0
  const cpuBefore = process.cpuUsage()
  const startedAt = performance.now()
  const work = async (): Promise<void> => {
    for (; performance.now() - startedAt < milliseconds; calls++) await call()
  }
  await Promise.all(Array.from({ length: inFlight }, work))
  const { user, system } = process.cpuUsage(cpuBefore)
  return { callsPerSecond: (calls / (performance.now() - startedAt)) * 1000, cpu: (user + system) / calls }
}
