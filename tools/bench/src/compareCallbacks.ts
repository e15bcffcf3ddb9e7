import { listCallbackWays } from './callbackWays.ts'
import { measureCalls } from './measureCalls.ts'
import type { Row } from './Row.ts'

/** What receiving a callback costs: verify, decrypt, parse. */
export async function compareCallbacks(): Promise<Row[]> {
  const ways = await listCallbackWays()
  const costs = await measureCalls(ways, { inFlight: 1, milliseconds: 100, rounds: 21, warmUp: 6 })
  const bare = costs[0]?.cpu ?? Number.NaN
  return costs.map(({ name, callsPerSecond, cpu }) => {
    const ratio = cpu / bare
    return {
      name: `a callback verified, decrypted and parsed: ${name}`,
      value: callsPerSecond,
      unit: 'calls/s',
      cpu,
      ratio,
      ...(name === '@wecom/callback' && { bar: { text: 'CPU at most 2 of the other', met: ratio <= 2 } }),
    }
  })
}
