import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { ask } from './ask.ts'
import type { Caller } from './Caller.ts'
import { type Quantiles, quantiles } from './quantiles.ts'
import type { Sample, Turn } from './runCalls.ts'

export interface CallRounds extends Turn {
  readonly rounds: number
  /** Number of turns of each caller in a round. */
  readonly turns: number
  /** Number of rounds that run before the measured rounds. The results of these first rounds are not used. */
  readonly warmUp: number
}

export interface CallCost {
  readonly name: string
  /** Calls per second, as the median of the rounds. */
  readonly callsPerSecond: number
  /** Processor time of the caller's process for each call, in microseconds, as the median of the rounds. */
  readonly cpu: number
  /** Calls per second of this caller, divided by those of the first caller in the same round. */
  readonly ratio: Quantiles
  /** Processor time of this caller for each call, divided by that of the first caller in the same round. */
  readonly cpuRatio: Quantiles
}

/**
 * Measures callers, each in its own process. Each round runs all callers one after the other. The order of the callers
 * changes from round to round, so that a moment in which the machine is busy affects all callers alike.
 */
export async function measureCalls(
  callers: readonly Caller[],
  { rounds, warmUp, turns, inFlight, milliseconds }: CallRounds,
): Promise<CallCost[]> {
  const processes = callers.map(() => fork(fileURLToPath(new URL('callerProcess.ts', import.meta.url))))
  try {
    await Promise.all(processes.map((child, index) => ask(child, callers[index])))
    const rates = processes.map((): Rate[] => [])
    let turn = 0
    for (let round = 0; round < warmUp + rounds; round++) {
      const samples = processes.map((): Sample[] => [])
      for (const end = turn + turns; turn < end; turn++) {
        for (const index of orderOf(turn, callers.length)) {
          const child = processes[index]
          if (child) samples[index]?.push(await ask<Sample>(child, { inFlight, milliseconds }))
        }
      }
      if (round >= warmUp) samples.forEach((list, index) => rates[index]?.push(toRate(list)))
    }
    return callers.map(({ name }, index) => toCost(name, rates[index] ?? [], rates[0] ?? []))
  } finally {
    for (const child of processes) if (child.connected) child.disconnect()
  }
}

/**
 * Returns the order in which a turn measures the callers. Each turn starts with another caller, and every second turn
 * reverses the order. So a caller does not always run after the same caller.
 */
function orderOf(turn: number, count: number): readonly number[] {
  const turned = Array.from({ length: count }, (_, index) => (turn + index) % count)
  return turn % 2 === 0 ? turned : turned.toReversed()
}

interface Rate {
  readonly callsPerSecond: number
  /** Processor time for each call, in microseconds. */
  readonly cpu: number
}

function toRate(samples: readonly Sample[]): Rate {
  const total = (value: keyof Sample): number => samples.reduce((sum, sample) => sum + sample[value], 0)
  return { callsPerSecond: total('calls') / total('seconds'), cpu: total('cpu') / total('calls') }
}

function toCost(name: string, own: readonly Rate[], bare: readonly Rate[]): CallCost {
  const ratiosOf = (value: keyof Rate): Quantiles =>
    quantiles(own.map((rate, round) => rate[value] / (bare[round]?.[value] ?? Number.NaN)))
  return {
    name,
    callsPerSecond: quantiles(own.map(({ callsPerSecond }) => callsPerSecond)).median,
    cpu: quantiles(own.map(({ cpu }) => cpu)).median,
    ratio: ratiosOf('callsPerSecond'),
    cpuRatio: ratiosOf('cpu'),
  }
}
