import { measureEvents, measureSyncs, type SyncCost } from './measureSync.ts'
import { quantile, quantiles } from './quantiles.ts'
import { atLeast, atMost, type Row } from './Row.ts'
import type { SyncSample } from './Syncer.ts'

/**
 * Measures runs of `@wecom/sync` for a corp with `customers` customers. Compares these runs with a loop that only
 * requests and parses the pages. Also compares them with runs for a corp with half as many customers. Measures the time
 * from the acknowledgement of an event until the tables contain the change, too.
 */
export async function compareSyncs(customers: number, rounds: number): Promise<Row[]> {
  const [halfSize, fullSize] = await measureSyncs([customers / 2, customers], rounds)
  return [...toRows(customers, halfSize, fullSize), await compareEvents()]
}

function toRows(customers: number, halfSize: SyncCost, fullSize: SyncCost): Row[] {
  const corp = `sync of ${customers.toLocaleString('en')} customers`
  const toBare = (samples: readonly SyncSample[]) =>
    quantiles(samples.map((sample, round) => rate(sample) / rate(fullSize.bare[round])))
  const overUndici = toBare(fullSize.unchangedOverUndici)
  const growth = largestGrowth([...fullSize.first, ...fullSize.unchanged])
  const speed = (name: string, samples: readonly SyncSample[]): Row => ({
    name: `${corp}: ${name}`,
    value: quantile(samples.map(rate), 0.5),
    unit: 'customers/s',
    cpu: quantile(
      samples.map((sample) => (sample.cpuSeconds * 1e6) / sample.customers),
      0.5,
    ),
  })
  const doubled = (
    name: string,
    samplesAtHalfSize: readonly SyncSample[],
    samplesAtFullSize: readonly SyncSample[],
  ): Row => {
    const times = quantiles(
      samplesAtFullSize.map(({ seconds }, round) => seconds / (samplesAtHalfSize[round]?.seconds ?? Number.NaN)),
    )
    return {
      name: `${corp}: ${name}, times that of half of them`,
      value: times.median,
      unit: 'times',
      ratio: times,
    }
  }
  return [
    speed('bare loop that fetches and parses', fullSize.bare),
    speed('first run', fullSize.first),
    { ...speed('unchanged run', fullSize.unchanged), ratio: toBare(fullSize.unchanged) },
    {
      ...speed('unchanged run, client over undici', fullSize.unchangedOverUndici),
      ratio: overUndici,
      limit: atLeast(0.7, 'of the bare loop over fetch', overUndici),
    },
    {
      name: `${corp}: growth from the first tenth to the last`,
      value: growth,
      unit: 'MiB',
      limit: { text: 'below 64 MiB', met: growth < 64 },
    },
    // Shows how much the heap of Node grows because of `fetch` and `JSON.parse` alone.
    { name: `${corp}: growth of the bare loop`, value: largestGrowth(fullSize.bare), unit: 'MiB' },
    doubled('bare loop', halfSize.bare, fullSize.bare),
    bounded(doubled('first run', halfSize.first, fullSize.first)),
    bounded(doubled('unchanged run', halfSize.unchanged, fullSize.unchanged)),
  ]
}

function bounded(row: Row): Row {
  return row.ratio ? { ...row, limit: atMost(2.1, 'in three rounds of four', row.ratio) } : row
}

function largestGrowth(samples: readonly SyncSample[]): number {
  return Math.max(...samples.map(({ growth }) => growth))
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
    limit: { text: 'below 50 ms', met: median < 50 },
  }
}
