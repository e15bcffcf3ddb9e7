import { callbackWays } from './callbackCalls.ts'
import { measureCalls } from './measureCalls.ts'
import { atMost, type Row } from './Row.ts'

/** Measures how long it takes to receive a callback: to verify its signature, decrypt it and parse it. */
export async function compareCallbacks(): Promise<Row[]> {
  const callers = Object.keys(callbackWays).map((name) => ({ name, module: 'callbackCalls.ts', options: name }))
  const rows: Row[] = []
  for (const inFlight of [1, 50]) {
    const costs = await measureCalls(callers, { inFlight, milliseconds: 50, turns: 2, rounds: 21, warmUp: 6 })
    for (const { name, callsPerSecond, cpu, cpuRatio } of costs) {
      rows.push({
        name: `a callback opened and read, ${inFlight === 1 ? 'one by one' : `${inFlight} in flight`}: ${name}`,
        value: callsPerSecond,
        unit: 'calls/s',
        cpu,
        ratio: cpuRatio,
        ...(name === '@wecom/callback' && { limit: atMost(2, 'of the CPU of the other', cpuRatio) }),
      })
    }
  }
  return rows
}
