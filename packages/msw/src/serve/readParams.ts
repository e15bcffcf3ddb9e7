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
export function readParams({ endpoint, missing, invalid }: Served, call: IncomingCall, body: unknown): object {
  const sent = endpoint.method === 'GET' ? Object.fromEntries(call.query) : readBody(call, body, endpoint.query)
  for (const [field, errcode] of missing) {
    if (sent[field] === undefined || sent[field] === null || sent[field] === '') throw new Refusal(errcode)
  }
  const checked = v.safeParse(endpoint.params, sent)
  if (checked.success) return checked.output
  const [issue] = checked.issues
  const path = issuePath(issue)
  const errcode = invalid.get(path)
  throw errcode === undefined
    ? new Refusal(40058, `${path} ${issueText(issue)}. invalid Request Parameter`)
    : new Refusal(errcode)
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
