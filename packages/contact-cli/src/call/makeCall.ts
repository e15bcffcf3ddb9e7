import { type AnyEndpoint, type Client, type PagedEndpoint, paginate } from '@wecom/core'
import { type Connection, type ConnectionOptions, connect } from '../connection/connect.ts'
import type { CallFacts } from '../facts/CallFacts.ts'
import { type OutputOptions, formatOf, toJson, toJsonLine } from '../output/outputOption.ts'
import { renderItems, renderResult } from '../output/renderResult.ts'
import type { Surroundings } from '../Surroundings.ts'
import { confirmCall } from './confirmCall.ts'
import { readParams } from './readParams.ts'
import { saveFile } from './saveFile.ts'

export interface CallOptions extends ConnectionOptions, OutputOptions {
  readonly json?: string | undefined
  readonly all?: boolean | undefined
  readonly out?: string | undefined
  readonly yes?: boolean | undefined
  /** Fields of the call. */
  readonly [field: string]: unknown
}

/** One call of the command line. */
export interface NamedCall {
  readonly name: string
  readonly facts: CallFacts
  readonly endpoint: AnyEndpoint
  readonly options: CallOptions
  readonly surroundings: Surroundings
}

/**
 * Makes a call and prints its result.
 *
 * @throws {UsageError} nothing was sent.
 * @throws WeComError: the call failed.
 */
export async function makeCall(call: NamedCall): Promise<void> {
  const { facts, endpoint, options, surroundings } = call
  const params = await readParams(facts.fields, options, surroundings)
  const connection = await connect(options, surroundings)
  await confirmCall(call, connection.corpId)
  const { client } = connection
  if (options.out !== undefined) return saveFile(client, endpoint, params, options.out)
  if (!isPaged(endpoint)) return printResult(call, await client.request(endpoint, params))
  return options.all ? printAll(call, client, endpoint, params) : printPage(call, connection, endpoint, params)
}

type AnyPagedEndpoint = PagedEndpoint<object, object, never>

function isPaged(endpoint: AnyEndpoint): endpoint is AnyPagedEndpoint {
  return endpoint.pagination !== undefined
}

function printResult({ options, surroundings: { out } }: NamedCall, result: object): void {
  out.write(formatOf(options, out) === 'json' ? toJson(result) : renderResult(result, out.columns))
}

/** Prints the first page, and tells a person how to get the others. */
async function printPage(
  call: NamedCall,
  { client }: Connection,
  endpoint: AnyPagedEndpoint,
  params: object,
): Promise<void> {
  const { err } = call.surroundings
  for await (const { result, next } of paginate(client, endpoint, params)) {
    printResult(call, result)
    if (next && err.isTerminal) err.write('There are more pages: --all reads them.\n')
    return
  }
}

/** Prints every item: as JSON when its page arrives, as a table when all are there. */
async function printAll(call: NamedCall, client: Client, endpoint: AnyPagedEndpoint, params: object): Promise<void> {
  const { out } = call.surroundings
  const isJson = formatOf(call.options, out) === 'json'
  const collected: unknown[] = []
  for await (const { items } of paginate(client, endpoint, params)) {
    if (isJson) for (const item of items) out.write(toJsonLine(item))
    else collected.push(...items)
  }
  if (!isJson) out.write(renderItems(endpoint.pagination.items, collected, out.columns))
}
