import { listCallbackWays } from './callbackWays.ts'
import { measureCalls } from './measureCalls.ts'
import type { Row } from './Row.ts'

/** What receiving a callback costs: verify, decrypt, parse. */
export async function compareCallbacks(): Promise<Row[]> {
  const ways = await listCallbackWays()
  const rows: Row[] = []
  for (const inFlight of [1, 50]) {
    const costs = await measureCalls(ways, { inFlight, milliseconds: 100, rounds: 21, warmUp: 6 })
    const bare = costs[0]?.cpu ?? Number.NaN
    for (const { name, callsPerSecond, cpu } of costs) {
      const ratio = cpu / bare
      rows.push({
        name: `a callback opened and read, ${inFlight === 1 ? 'one by one' : `${inFlight} in flight`}: ${name}`,
        value: callsPerSecond,
        unit: 'calls/s',
        cpu,
        ratio,
        ...(name === '@wecom/callback' && { bar: { text: 'at most 2 of the CPU of the other', met: ratio <= 2 } }),
      })
    }
  }
  return rows
}
