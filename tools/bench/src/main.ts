import { writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { formatTable } from '@wecom-tools/packages'
import { answers } from './answers.ts'
import { compareCallbacks } from './compareCallbacks.ts'
import { compareCalls } from './compareCalls.ts'
import { compareServers } from './compareServers.ts'
import { compareSyncs } from './compareSyncs.ts'
import { countTokenRequests } from './countTokenRequests.ts'
import { killOneOfTwo } from './killOneOfTwo.ts'
import { measureLargeCorp } from './measureLargeCorp.ts'
import { measureStarts } from './measureStarts.ts'
import { measureTypeCheck } from './measureTypeCheck.ts'
import { quantiles } from './quantiles.ts'
import type { Row } from './Row.ts'
import { withServer } from './withServer.ts'

const { values: options } = parseArgs({
  options: {
    json: { type: 'string' },
    /** Name of the part of the benchmark to run, which is a key of `parts`. Without this option, all parts run. */
    only: { type: 'string' },
    /** For the part `sync`, which measures sync runs: number of customers in the corp. */
    customers: { type: 'string', default: '100000' },
    /** For the part `workers`, in which two workers share one sync run: number of customers in the corp. */
    'worker-customers': { type: 'string', default: '200000' },
    /** For the part `sync`: number of rounds. Each round syncs corps whose data has not changed. */
    rounds: { type: 'string', default: '15' },
  },
})
const machine = `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${availableParallelism()} processors`

const parts: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  calls: () => withServer(answers, async (baseUrl) => [...(await compareCalls(baseUrl)), await countTokens(baseUrl)]),
  imports: async () => compareImports(),
  types: async () => [await checkTypes()],
  callbacks: compareCallbacks,
  servers: compareServers,
  largeCorp: makeLargeCorp,
  workers: () => killOneOfTwo(Number(options['worker-customers'])),
  sync: () => compareSyncs(Number(options.customers), Number(options.rounds)),
}
const names = options.only === undefined ? Object.keys(parts) : [options.only]
const rows: Row[] = []
for (const name of names) {
  const part = parts[name]
  if (!part) throw new Error(`--only: must be one of ${Object.keys(parts).join(', ')}, got ${name}`)
  rows.push(...(await part()))
}

console.log(`${machine}\n\n${formatTable([heading(), ...rows.map(toCells)])}`)
if (options.json) await writeFile(options.json, `${JSON.stringify({ machine, rows }, undefined, 2)}\n`)

async function countTokens(baseUrl: string): Promise<Row> {
  const value = await countTokenRequests(baseUrl, fetch)
  return {
    name: 'gettoken for 50 parallel first calls',
    value,
    unit: 'requests',
    limit: { text: 'exactly 1', met: value === 1 },
  }
}

function compareImports(): Row[] {
  const times = measureStarts(
    {
      node: '',
      valibot: "import 'valibot'",
      ours: "import '@wecom/core'\nimport '@wecom/contacts'",
    },
    15,
  )
  const beyond = (name: 'ours' | 'valibot'): number[] =>
    times[name].map((time, round) => time - (times.node[round] ?? Number.NaN))
  const own = quantiles(beyond('ours'))
  return [
    { name: 'start of Node alone', value: quantiles(times.node).median, unit: 'ms' },
    { name: 'import of valibot alone, beyond the start', value: quantiles(beyond('valibot')).median, unit: 'ms' },
    {
      name: 'import of core + contacts, beyond the start',
      value: own.median,
      unit: 'ms',
      limit: { text: 'at most 20 ms in three rounds of four', met: own.upper <= 20 },
    },
  ]
}

async function checkTypes(): Promise<Row> {
  const value = await measureTypeCheck()
  return {
    name: 'type-check of a consumer of every package',
    value,
    unit: 's',
    limit: { text: 'under 1 s', met: value < 1 },
  }
}

async function makeLargeCorp(): Promise<Row[]> {
  const { createSeconds, memory, batchSeconds, servedSeconds } = await measureLargeCorp()
  const corp = 'corp of 1,000 members and 1,000,000 customers'
  return [
    { name: `${corp}: made`, value: createSeconds, unit: 's', limit: { text: 'under 10 s', met: createSeconds < 10 } },
    {
      name: `${corp}: memory of the process then`,
      value: memory,
      unit: 'MiB',
      limit: { text: 'under 1024 MiB', met: memory < 1024 },
    },
    { name: `${corp}: all pages of batchGetContactsByUser`, value: batchSeconds, unit: 's' },
    { name: `${corp}: all pages of listServedContacts`, value: servedSeconds, unit: 's' },
  ]
}

function heading(): string[] {
  return ['what', 'median', '', 'CPU µs', 'ratio', 'quartiles', 'limit', 'met']
}

function toCells({ name, value, unit, cpu, ratio, limit }: Row): string[] {
  const digits = { 'calls/s': 0, 'customers/s': 0, MiB: 0, requests: 0, ms: 1, s: 3, times: 2 }[unit]
  return [
    name,
    value.toFixed(digits),
    unit,
    cpu?.toFixed(0) ?? '',
    ratio?.median.toFixed(2) ?? '',
    ratio ? `${ratio.lower.toFixed(2)} to ${ratio.upper.toFixed(2)}` : '',
    limit?.text ?? '',
    limit ? (limit.met ? 'yes' : 'no') : '',
  ]
}
