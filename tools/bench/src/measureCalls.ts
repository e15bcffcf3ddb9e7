import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ask } from './ask.ts'
import type { Caller } from './Caller.ts'
import { type Quantiles, quantiles } from './quantiles.ts'
import type { Sample, Turn } from './runCalls.ts'

export interface CallRounds extends Turn {
  readonly rounds: number
  /** Rounds before the measured ones. */
  readonly warmUp: number
}

export interface CallCost {
  readonly name: string
  /** Median. */
  readonly callsPerSecond: number
  /** Median of processor time in the caller's process, in microseconds. */
  readonly cpu: number
  /** Calls per second divided by those of the first caller in the same round. */
  readonly ratio: Quantiles
  /** Processor time divided by that of the first caller in the same round. */
  readonly cpuRatio: Quantiles
}

/**
 * Measures callers, each in its own process. Each round runs all of them one after the other, in changing order, so
 * that a busy moment of the machine affects all.
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

/** Each round starts with another caller, and every other round goes backwards, so that neighbours change. */
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
