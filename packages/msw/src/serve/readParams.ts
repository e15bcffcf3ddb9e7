import * as v from 'valibot'
import { issuePath, issueText } from '../issues.ts'
import { Refusal } from '../Refusal.ts'
import type { IncomingCall } from './IncomingCall.ts'
import type { Served } from './serve.ts'

/**
 * The parameters of a call, checked.
 *
 * @throws {Refusal} the errcode of the field that is missing or wrong; 40058 where it has none of its own.
 */
export function readParams(
  { endpoint, missing, invalid, precheck, numbers }: Served,
  call: IncomingCall,
  body: unknown,
): object {
  const sent: Record<string, unknown> =
    endpoint.method === 'GET' ? Object.fromEntries(call.query) : readBody(call, body, endpoint.query)
  for (const [field, errcode] of missing) {
    if (!field.includes('.') && isEmpty(sent[field])) throw new Refusal(errcode)
  }
  for (const name of numbers) {
    // Text that is no number goes on as it is, for the schema to refuse.
    if (typeof sent[name] === 'string' && /^-?\d+$/.test(sent[name])) sent[name] = Number(sent[name])
  }
  precheck(sent)
  const checked = v.safeParse(endpoint.params, sent)
  if (checked.success) return checked.output
  const [issue] = checked.issues
  const path = issuePath(issue)
  const field = path.replace(/\[\d+\]/g, '')
  const errcode =
    (issue.received === 'undefined' ? missing.get(field) : undefined) ??
    invalid.get(path.replace(/\[\d+\]/g, '[]')) ??
    invalid.get(field)
  throw errcode === undefined
    ? new Refusal(40058, `${path} ${issueText(issue)}. invalid Request Parameter`)
    : new Refusal(errcode)
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

function readBody(
  { method, query }: IncomingCall,
  body: unknown,
  inQuery: readonly string[] = [],
): Record<string, unknown> {
  // WeCom does not look at the body of a GET.
  const fields = method === 'POST' && body !== undefined ? body : {}
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) {
    throw new Refusal(40058, 'body is no JSON object. invalid Request Parameter')
  }
  return {
    ...fields,
    ...Object.fromEntries(inQuery.flatMap((name) => (query.has(name) ? [[name, query.get(name)]] : []))),
  }
}
