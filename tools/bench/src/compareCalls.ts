import type { Caller } from './Caller.ts'
import { type Answer, type HttpCall, type Way, ways } from './httpCalls.ts'
import { type CallCost, measureCalls } from './measureCalls.ts'
import { atLeast, type Limit, type Row } from './Row.ts'

/**
 * Minimum speeds of the SDK, as a fraction of the speed of raw `fetch`: 0.8 means 80% of that speed. The keys are names
 * of callers. The first number applies to calls one after the other, the second number to 50 concurrent calls.
 */
const minimumSpeeds: Readonly<Record<string, readonly [number, number]>> = {
  client: [0.8, 0.7],
  'client, checked': [0.8, 0.7],
  'client over undici': [2.5, 1.8],
}

/**
 * Compares the speed of calls through the SDK with the speed of the same requests through `fetch` and other libraries.
 */
export async function compareCalls(baseUrl: string): Promise<Row[]> {
  const rows: Row[] = []
  for (const answer of ['one customer', 'page of 100'] as const) {
    const callers = (Object.keys(ways) as Way[]).map((way): Caller => ({
      name: way,
      module: 'httpCalls.ts',
      options: { way, answer, baseUrl } satisfies HttpCall,
    }))
    for (const inFlight of [1, 50]) {
      const costs = await measureCalls(callers, { inFlight, milliseconds: 100, turns: 5, rounds: 15, warmUp: 6 })
      rows.push(
        ...costs.map(({ name, callsPerSecond, cpu, ratio }) => ({
          name: `${answer}, ${inFlight === 1 ? 'one by one' : `${inFlight} in flight`}: ${name}`,
          value: callsPerSecond,
          unit: 'calls/s' as const,
          cpu,
          ratio,
          ...limitOf(answer, name, inFlight, ratio),
        })),
      )
    }
  }
  return rows
}

function limitOf(answer: Answer, name: string, inFlight: number, ratio: CallCost['ratio']): { readonly limit?: Limit } {
  const minimum = minimumSpeeds[name]?.[inFlight === 1 ? 0 : 1]
  // Parsing the 60 kB of a page is most of the work of every caller.
  if (minimum === undefined || (name === 'client over undici' && answer !== 'one customer')) return {}
  return { limit: atLeast(minimum, 'of raw fetch', ratio) }
}
