import { isSdkRule } from '@wecom/core/define'
import * as v from 'valibot'
import type { Served } from '../answers/serve.ts'
import { Refusal } from '../base/Refusal.ts'
import { issuePath } from '../base/input.ts'
import { expectedType, normalise, type Params, type RequestFields, withoutEmpty, wrongType } from './normalise.ts'
import { type IncomingCall, queryFields } from './request.ts'
import { requestFields } from './requestFields.generated.ts'

/** The parameters of a call that the schema of the endpoint has accepted. */
interface CallParams {
  readonly params: Params
  readonly wrongJson: boolean
}

/**
 * Reads the parameters of a call as WeCom does, and checks them with the schema of the endpoint.
 *
 * @throws {Refusal} a parameter is missing or wrong. The errcode is the one that the endpoint defines for the
 *   parameter. It is 40058 if there is none, or if the value has a wrong type.
 */
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
 * Returns the parameters that the schema accepts. If it refuses an empty optional value, removes the value and tries
 * again. Ignores the rules of the schema that only the SDK has.
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

/** Converts a path into the form of the keys in `missing` and `invalid`: `tag[2].name` becomes `tag.name`. */
function fieldName(path: string): string {
  return path.replace(/\[\d+\]\./g, '.').replace(/\[\d+\]$/, '[]')
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

/** Types of valibot issues that mean: the value has the right type, but is not allowed. */
const wrongValues = ['picklist', 'literal', 'variant', 'never']

/** The errcode that an endpoint defines for a parameter does not apply to a value with a wrong type. */
function isWrongType({ kind, type }: v.BaseIssue<unknown>): boolean {
  return kind === 'schema' && !wrongValues.includes(type)
}

/** Describes an issue for the errmsg. The message of the schema is not suitable, because it describes the schema. */
function describeFault(issue: v.BaseIssue<unknown>): string {
  const { type, received, requirement, message } = issue
  if (received === 'undefined') return 'is required'
  if (type === 'check') return message
  if (typeof requirement === 'number') return `exceed ${type.replace('_', ' ')} ${requirement}`
  return isWrongType(issue) ? 'has a wrong type' : 'is invalid'
}
