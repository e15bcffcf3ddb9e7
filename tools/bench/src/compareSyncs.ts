import { measureEvents, measureSync, type SyncCost } from './measureSync.ts'
import { quantiles } from './quantiles.ts'
import { atLeast, type Row } from './Row.ts'
import type { SyncSample } from './Syncer.ts'

/**
 * Compares a run of `@wecom/sync` with a loop that only requests and parses the pages, and with a run for a corp of
 * twice the size. Also measures how fast the tables show the change of an event.
 */
export async function compareSyncs(customers: number, rounds: number): Promise<Row[]> {
  const half = await measureSync(customers / 2, rounds)
  const whole = await measureSync(customers, rounds)
  return [...toRows(customers, half, whole), await compareEvents()]
}

function toRows(customers: number, half: SyncCost, whole: SyncCost): Row[] {
  const corp = `sync of ${customers.toLocaleString('en')} customers`
  const ratio = quantiles(whole.unchanged.map((sample, round) => rate(sample) / rate(whole.bare[round])))
  const growth = Math.max(whole.first.growth, ...whole.unchanged.map((sample) => sample.growth))
  const doubled = (cost: (of: SyncCost) => number): number => cost(whole) / cost(half)
  return [
    {
      name: `${corp}: bare loop that fetches and parses`,
      value: quantiles(whole.bare.map(rate)).median,
      unit: 'customers/s',
    },
    { name: `${corp}: first run`, value: rate(whole.first), unit: 'customers/s' },
    {
      name: `${corp}: unchanged run`,
      value: quantiles(whole.unchanged.map(rate)).median,
      unit: 'customers/s',
      ratio,
      bar: atLeast(0.7, 'of the bare loop', ratio),
    },
    {
      name: `${corp}: growth from the first tenth to the last`,
      value: growth,
      unit: 'MiB',
      bar: { text: 'below 64 MiB', met: growth < 64 },
    },
    ...(
      [
        ['first run', doubled(({ first }) => first.seconds)],
        ['unchanged run', doubled(unchangedSeconds)],
      ] as const
    ).map(([name, value]): Row => ({
      name: `${corp}: ${name}, times that of half of them`,
      value,
      unit: 'times',
      bar: { text: 'at most 2.1', met: value <= 2.1 },
    })),
  ]
}

function unchangedSeconds({ unchanged }: SyncCost): number {
  return quantiles(unchanged.map(({ seconds }) => seconds)).median
}

function rate(sample: SyncSample | undefined): number {
  return sample ? sample.customers / sample.seconds : Number.NaN
}

async function compareEvents(): Promise<Row> {
  const { median } = quantiles(await measureEvents())
  return {
    name: 'event: from its acknowledgement to its read written',
    value: median,
    unit: 'ms',
    bar: { text: 'below 50 ms', met: median < 50 },
  }
}
