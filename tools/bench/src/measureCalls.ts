import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ask } from './ask.ts'
import type { Caller } from './Caller.ts'
import { type Quantiles, quantiles } from './quantiles.ts'
import type { Sample, Turn } from './runCalls.ts'

export interface CallRounds extends Turn {
  readonly rounds: number
  /** Number of rounds that run before the measured rounds. The results of these first rounds are not used. */
  readonly warmUp: number
}

export interface CallCost {
  readonly name: string
  /** Calls per second, as the median of the rounds. */
  readonly callsPerSecond: number
  /** Processor time of the caller's process for each call, in microseconds, as the median of the rounds. */
  readonly cpu: number
  /** Calls per second, divided by the calls per second of the first caller in the same round. */
  readonly ratio: Quantiles
  /** Processor time for each call, divided by the same value of the first caller in the same round. */
  readonly cpuRatio: Quantiles
}

/**
 * Measures callers, each in its own process. Each round runs all callers one after the other, in another order. So if
 * the machine is busy for a moment, this affects all callers alike.
 */
export async function measureCalls(
  callers: readonly Caller[],
  { rounds, warmUp, ...turn }: CallRounds,
): Promise<CallCost[]> {
  const processes = callers.map(() => fork(fileURLToPath(new URL('callerProcess.ts', import.meta.url))))
  try {
    await Promise.all(processes.map((child, index) => ask(child, callers[index])))
    const samples = processes.map((): Sample[] => [])
    for (let round = 0; round < warmUp + rounds; round++) {
      for (const index of orderOf(round, callers.length)) {
        const child = processes[index]
        const sample = child && (await ask<Sample>(child, turn))
        if (sample && round >= warmUp) samples[index]?.push(sample)
      }
    }
    return callers.map(({ name }, index) => toCost(name, samples[index] ?? [], samples[0] ?? []))
  } finally {
    for (const child of processes) if (child.connected) child.disconnect()
  }
}

/**
 * Returns the order of the callers in a round. Each round starts with another caller, and every other round is in
 * reverse, so that each caller has different neighbours.
 */
function orderOf(round: number, count: number): readonly number[] {
  const turned = Array.from({ length: count }, (_, index) => (round + index) % count)
  return round % 2 === 0 ? turned : turned.toReversed()
}

function toCost(name: string, own: readonly Sample[], bare: readonly Sample[]): CallCost {
  const ratiosOf = (value: keyof Sample): Quantiles =>
    quantiles(own.map((sample, round) => sample[value] / (bare[round]?.[value] ?? Number.NaN)))
  return {
    name,
    callsPerSecond: quantiles(own.map(({ callsPerSecond }) => callsPerSecond)).median,
    cpu: quantiles(own.map(({ cpu }) => cpu)).median,
    ratio: ratiosOf('callsPerSecond'),
    cpuRatio: ratiosOf('cpu'),
  }
}
