import { type AnyEndpoint, type Client, type PagedEndpoint, type Pagination, paginate } from '@wecom/core'
import { type ConnectionOptions, connect } from '../connection/connect.ts'
import { exitCodes } from '../exitCodes.ts'
import type { CallFacts } from '../facts/CallFacts.ts'
import { type OutputOptions, formatOf, toJson, toJsonLine } from '../output/outputOption.ts'
import { renderItems, renderResult } from '../output/renderResult.ts'
import type { Surroundings } from '../Surroundings.ts'
import { confirmationOf } from './confirmationOf.ts'
import { readParams } from './readParams.ts'
import { saveFile } from './saveFile.ts'

export interface CallOptions extends ConnectionOptions, OutputOptions {
  readonly json?: string | undefined
  readonly all?: boolean | undefined
  readonly out?: string | undefined
  readonly yes?: boolean | undefined
  readonly [field: string]: unknown
}

export interface NamedCall {
  readonly name: string
  readonly facts: CallFacts
  readonly endpoint: AnyEndpoint
  readonly options: CallOptions
  readonly surroundings: Surroundings
}

export async function makeCall(call: NamedCall): Promise<number> {
  const { facts, endpoint, options, surroundings } = call
  // Before the program reads stdin, so that nobody types parameters in vain.
  const confirm = confirmationOf(call)
  const params = await readParams(facts.fields, options, surroundings)
  const { client, corpId } = await connect(options, surroundings)
  await confirm?.(corpId)
  if (options.out !== undefined) {
    await saveFile(client, endpoint, params, options.out)
    return 0
  }
  if (!isPaged(endpoint)) {
    const signal = isOnceOnly(facts) ? stopSignal(surroundings) : undefined
    return printResult(call, await client.request(endpoint, params, { signal }))
  }
  return options.all ? printAll(call, client, endpoint, params) : printPage(call, client, endpoint, params)
}

export function isOnceOnly({ effect }: CallFacts): boolean {
  return effect === 'create' || effect === 'send'
}

/**
 * Returns a signal that Ctrl+C aborts. `makeCall` passes the signal only to calls that create or send something. After
 * Ctrl+C, the program can then report whether such a call may have taken effect. During any other call, Ctrl+C ends the
 * process.
 */
function stopSignal({ onStop }: Surroundings): AbortSignal {
  const stop = new AbortController()
  onStop?.(() => stop.abort())
  return stop.signal
}

type AnyPagedEndpoint = PagedEndpoint<object, object, never>

function isPaged(endpoint: AnyEndpoint): endpoint is AnyPagedEndpoint {
  return endpoint.pagination !== undefined
}

function printResult({ options, surroundings: { out } }: NamedCall, result: object): number {
  out.write(formatOf(options, out) === 'json' ? toJson(result) : renderResult(result, out.columns))
  return hasGaps(result) ? exitCodes.gaps : 0
}

async function printPage(call: NamedCall, client: Client, endpoint: AnyPagedEndpoint, params: object): Promise<number> {
  const { err } = call.surroundings
  for await (const { result, next } of paginate(client, endpoint, params)) {
    const exitCode = printResult(call, result)
    if (next && err.isTerminal) err.write('There are more pages. Add --all to read them.\n')
    return exitCode
  }
  return 0
}

async function printAll(call: NamedCall, client: Client, endpoint: AnyPagedEndpoint, params: object): Promise<number> {
  const { out, err } = call.surroundings
  const isJson = formatOf(call.options, out) === 'json'
  const collected: unknown[] = []
  const remarks = new Set<string>()
  const printTable = (): void => out.write(renderItems(endpoint.pagination.items, collected, out.columns))
  let exitCode = 0
  try {
    for await (const { items, result } of paginate(client, endpoint, params)) {
      // A table is printed after the last page, because its columns depend on all items.
      if (isJson) for (const item of items) out.write(toJsonLine(item))
      else collected.push(...items)
      if (hasGaps(result)) exitCode = exitCodes.gaps
      const beside = besideItems(endpoint.pagination, result)
      if (Object.keys(beside).length > 0) remarks.add(toJsonLine(beside))
    }
  } catch (error) {
    // Reading the first pages again may take long.
    if (collected.length > 0) printTable()
    throw error
  }
  if (!isJson) printTable()
  for (const remark of remarks) err.write(`other fields of the result: ${remark}`)
  return exitCode
}

function besideItems(pagination: Pagination, result: object): object {
  const ofPages = new Set<unknown>(Object.values(pagination))
  return Object.fromEntries(Object.entries(result).filter(([name]) => !ofPages.has(name)))
}

function hasGaps(result: object): boolean {
  // Members whose data is missing. Only results of `batchGetContactsByUser` have this field.
  const { fail_info: missing } = result as { readonly fail_info?: object | null }
  return Object.values(missing ?? {}).some((list) => Array.isArray(list) && list.length > 0)
}
