import * as v from 'valibot'
import { issuePath } from '../issues.ts'
import { Refusal } from '../Refusal.ts'
import type { IncomingCall } from './IncomingCall.ts'
import { findMisplacedList } from './findMisplacedList.ts'
import { describeFault, isWrongType } from './paramFaults.ts'
import { queryFields } from './queryFields.ts'
import type { Served } from './serve.ts'

/**
 * The parameters of a call, checked.
 *
 * @throws {Refusal} the errcode of the field that is missing or wrong; 40058 where it has none of its own, or came as
 *   something else than it is.
 */
export function readParams(
  { endpoint, missing, invalid, precheck, numbers }: Served,
  call: IncomingCall,
  body: unknown,
): object {
  if (endpoint.method === 'POST' && call.method !== 'POST') {
    throw new Refusal(40058, 'http method is not POST. invalid Request Parameter')
  }
  const sent: Record<string, unknown> =
    endpoint.method === 'GET' ? queryFields(call.query) : readBody(call, body, endpoint.query)
  for (const [field, errcode] of missing) {
    if (!field.includes('.') && isEmpty(sent[field])) throw new Refusal(errcode)
  }
  for (const name of numbers) {
    // Text that is no number goes on as it is, for the schema to refuse.
    if (typeof sent[name] === 'string' && /^-?\d+$/.test(sent[name])) sent[name] = Number(sent[name])
  }
  precheck(sent)
  const list = findMisplacedList(endpoint.params, sent)
  if (list !== undefined) throw new Refusal(40058, `${list} has a wrong type. invalid Request Parameter`)
  const checked = v.safeParse(endpoint.params, sent)
  if (checked.success) return checked.output
  const [issue] = checked.issues
  const path = issuePath(issue)
  const field = path.replace(/\[\d+\]\./g, '.').replace(/\[\d+\]$/, '[]')
  const errcode =
    (issue.received === 'undefined' ? missing.get(field) : undefined) ??
    (isWrongType(issue) ? undefined : invalid.get(field))
  throw errcode === undefined
    ? new Refusal(40058, `${`${path} ${describeFault(issue)}`.trim()}. invalid Request Parameter`)
    : new Refusal(errcode)
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

function readBody({ query }: IncomingCall, body: unknown, inQuery: readonly string[] = []): Record<string, unknown> {
  const fields = body ?? {}
  if (body === null || typeof fields !== 'object' || Array.isArray(fields)) {
    throw new Refusal(40058, 'body is no JSON object. invalid Request Parameter')
  }
  return {
    ...fields,
    ...Object.fromEntries(inQuery.flatMap((name) => (query.has(name) ? [[name, query.get(name)]] : []))),
  }
}
