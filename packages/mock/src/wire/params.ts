import * as v from 'valibot'
import type { Served } from '../answers/serve.ts'
import { Refusal } from '../base/Refusal.ts'
import { issuePath } from '../base/input.ts'
import { type IncomingCall, queryFields } from './request.ts'
import { dropEmptyLists, findMisplacedList } from './shape.ts'

/** The parameters of a call. */
interface CallParams {
  readonly params: object
  /** Whether empty lists stood in place of objects: WeCom goes on without them, and warns. */
  readonly isPatched: boolean
}

/**
 * Reads the parameters of a call, and checks them.
 *
 * @throws {Refusal} the errcode of the field that is missing or wrong; 40058 if it has none of its own, or a wrong type.
 */
export function readParams(served: Served, call: IncomingCall, body: unknown): CallParams {
  const { endpoint } = served
  const patched = dropEmptyLists(endpoint.params, body)
  const sent = toFields(served, call, patched)
  return { params: check(served, sent), isPatched: patched !== body }
}

/** Puts together the fields of query and body. */
function toFields({ endpoint, numbers }: Served, call: IncomingCall, body: unknown): Record<string, unknown> {
  if (endpoint.method === 'POST' && call.method !== 'POST') {
    throw new Refusal(40058, 'http method is not POST. invalid Request Parameter')
  }
  const sent: Record<string, unknown> =
    endpoint.method === 'GET' ? queryFields(call.query) : bodyFields(call, body, endpoint.query)
  for (const name of numbers) {
    // The schema refuses a text that is no number.
    if (typeof sent[name] === 'string' && /^-?\d+$/.test(sent[name])) sent[name] = Number(sent[name])
  }
  return sent
}

function bodyFields({ query }: IncomingCall, body: unknown, inQuery: readonly string[] = []): Record<string, unknown> {
  const fields = body ?? {}
  if (body === null || typeof fields !== 'object' || Array.isArray(fields)) {
    throw new Refusal(40058, 'body is no JSON object. invalid Request Parameter')
  }
  return {
    ...fields,
    ...Object.fromEntries(inQuery.flatMap((name) => (query.has(name) ? [[name, query.get(name)]] : []))),
  }
}

function check({ endpoint, missing, invalid, precheck }: Served, sent: Record<string, unknown>): object {
  for (const [field, errcode] of missing) {
    if (!field.includes('.') && isEmpty(sent[field])) throw new Refusal(errcode)
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

/** Issues of a schema with a value that has the right type, but is not among those allowed. */
const wrongValues = ['picklist', 'literal', 'variant']

/** Whether a parameter has the wrong type: the errcodes for too long and too many do not mean that. */
function isWrongType({ kind, type }: v.BaseIssue<unknown>): boolean {
  return kind === 'schema' && !wrongValues.includes(type)
}

/** Says what is wrong with a parameter in words that fit errmsg: the schema's own words describe its inside. */
function describeFault(issue: v.BaseIssue<unknown>): string {
  const { type, received, requirement, message } = issue
  if (received === 'undefined') return 'is required'
  if (type === 'check') return message
  if (typeof requirement === 'number') return `exceed ${type.replace('_', ' ')} ${requirement}`
  return isWrongType(issue) ? 'has a wrong type' : 'is invalid'
}
