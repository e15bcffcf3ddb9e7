import { isSdkRule } from '@wecom/core/define'
import * as v from 'valibot'
import type { Served } from '../answers/serve.ts'
import { Refusal } from '../base/Refusal.ts'
import { issuePath } from '../base/input.ts'
import { expectedType, normalise, type Params, type RequestFields, withoutEmpty, wrongType } from './normalise.ts'
import { type IncomingCall, queryFields } from './request.ts'
import { requestFields } from './requestFields.generated.ts'

interface CallParams {
  readonly params: Params
  readonly wrongJson: boolean
}

export function readParams(served: Served, call: IncomingCall, body: unknown): CallParams {
  const { endpoint, missing, invalid, precheck, toDocumented } = served
  const fields = requestFields[endpoint.name] ?? {}
  const { params, wrongJson, negative } = normalise(fields, toDocumented(sentFields(served, call, body)))
  for (const [field, errcode] of missing) {
    if (!field.includes('.') && isEmpty(params[field])) throw new Refusal(errcode)
  }
  precheck(params)
  if (negative !== undefined) throw refusal(invalid.get(fieldName(negative))) ?? wrongType(negative, 'uint32')
  return { params: judge(served, fields, params), wrongJson }
}

function sentFields({ endpoint }: Served, { method, query }: IncomingCall, body: unknown): Params {
  if (endpoint.method === 'GET') return queryFields(query)
  if (method !== 'POST') throw new Refusal(40058, 'http method is not POST. invalid Request Parameter')
  const fields = body ?? {}
  if (body === null || typeof fields !== 'object' || Array.isArray(fields)) {
    throw new Refusal(40058, 'body is not a JSON object. invalid Request Parameter')
  }
  const inQuery = (endpoint.query ?? []).flatMap((name) => (query.has(name) ? [[name, query.get(name)]] : []))
  return { ...fields, ...Object.fromEntries(inQuery) }
}

/**
 * Checks the parameters against the schema of the endpoint, and returns the accepted parameters. If the schema refuses
 * an optional value that is empty, the function removes this value and checks again. Parameters that break only rules
 * of the SDK are accepted, because WeCom does not have these rules.
 *
 * @throws {Refusal} the schema refuses a value that is required or not empty.
 */
function judge(served: Served, fields: RequestFields, params: Params): Params {
  const checked = v.safeParse(served.endpoint.params, params)
  const issue = checked.issues?.find((one) => !isSdkRule(one))
  if (!issue) return checked.output as Params
  const keys = issue.path?.map(({ key }) => key) ?? []
  const withLess = withoutEmpty(fields, params, keys)
  if (withLess) return judge(served, fields, withLess)

  const path = issuePath(issue)
  const isMissing = issue.received === 'undefined'
  const type = isWrongType(issue) && !isMissing ? expectedType(fields, keys) : undefined
  throw (
    refusal(isMissing ? served.missing.get(fieldName(path)) : undefined) ??
    refusal(isWrongType(issue) ? undefined : served.invalid.get(fieldName(path))) ??
    (type === undefined
      ? new Refusal(40058, `${`${path} ${describeFault(issue)}`.trim()}. invalid Request Parameter`)
      : wrongType(path, type))
  )
}

function refusal(errcode: number | undefined): Refusal | undefined {
  return errcode === undefined ? undefined : new Refusal(errcode)
}

function fieldName(path: string): string {
  // `tag[2].name` becomes `tag.name`, the form of the keys in `missing` and `invalid`.
  return path.replace(/\[\d+\]\./g, '.').replace(/\[\d+\]$/, '[]')
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

// valibot issues of these types mean that the value has the right type, but is not allowed.
const wrongValues = ['picklist', 'literal', 'variant', 'never']

function isWrongType({ kind, type }: v.BaseIssue<unknown>): boolean {
  return kind === 'schema' && !wrongValues.includes(type)
}

function describeFault(issue: v.BaseIssue<unknown>): string {
  const { type, received, requirement, message } = issue
  if (received === 'undefined') return 'is required'
  if (type === 'check') return message
  if (typeof requirement === 'number') return `exceed ${type.replace('_', ' ')} ${requirement}`
  return isWrongType(issue) ? 'has a wrong type' : 'is invalid'
}
