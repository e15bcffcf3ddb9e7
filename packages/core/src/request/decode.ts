import * as v from 'valibot'
import type { Download, Endpoint } from '../endpoint/Endpoint.ts'
import { isOnceOnly } from '../endpoint/isOnceOnly.ts'
import { type Issue, toIssues } from '../errors/Issue.ts'
import { WeComApiError } from '../errors/WeComApiError.ts'
import { WeComHttpError } from '../errors/WeComHttpError.ts'
import { WeComResponseError } from '../errors/WeComResponseError.ts'
import type { Answer } from '../transport/Answer.ts'
import type { RequestContext } from './context.ts'
import { parseJson } from './parseJson.ts'

export interface Decoded<Result> {
  readonly result: Result
  /**
   * Differences between an answer of WeCom's API and its documented shape. WeCom has carried out the request
   * nevertheless.
   */
  readonly issues: readonly Issue[]
}

const maxIssues = 20
// In characters. For a longer answer the client collects only one issue: a list of a million wrong items would lead to
// a million issues.
const longText = 256 * 1024
// In characters. No real errmsg is as long.
const maxErrmsg = 2000

export function decode<Result extends object>(
  { strict, onMismatch, onEvent, explain, maxResponseBytes }: RequestContext,
  endpoint: Endpoint<object, Result>,
  answer: Answer,
  mask: (text: string) => string,
): Decoded<Result> {
  const once = isOnceOnly(endpoint)
  const { response, file, text } = answer
  const { status } = response
  const responseError = (problem: string): WeComResponseError => {
    const type = response.headers.get('content-type')
    const masked = type && mask(type).slice(0, 100)
    return new WeComResponseError(endpoint, problem, { status, type: masked, length: text?.length }, once)
  }
  if (text === undefined) {
    throw responseError(`the answer is longer than maxResponseBytes, ${maxResponseBytes}`)
  }
  if (status < 200 || status >= 300) {
    // Only texts of `@wecom/proxy`: those of other servers may repeat secrets or ids of customers.
    const reason = /^@wecom.proxy: .{1,200}$/.test(text) && text
    throw new WeComHttpError(endpoint, status, readRetryAfter(response.headers), once && status >= 500, reason)
  }

  if (file) return { result: file as Download & Result, issues: [] }

  let body: unknown
  try {
    body = parseJson(text)
  } catch {
    throw responseError('the answer is not JSON; a gateway may have sent it')
  }
  const { errcode, errmsg, ...result } = Object(body) as Record<string, unknown>
  const code = errcode === undefined && /^\s*{/.test(text) && isComplete(endpoint, result) ? 0 : toNumber(errcode)
  if (!Number.isInteger(code)) {
    throw responseError('the answer is JSON without errcode; a gateway may have sent it')
  }
  const errmsgText = typeof errmsg === 'string' ? errmsg : ''
  const masked = (): string => mask(errmsgText).slice(0, maxErrmsg)
  if (code) {
    if (code === endpoint.empty?.errcode) return { result: { ...endpoint.empty.result(), ...result }, issues: [] }
    throw new WeComApiError(endpoint, code, masked(), once && code === -1, {
      remedy: explain?.(code)?.remedy,
    })
  }
  if (endpoint.download) throw responseError('the answer is JSON, not a file')
  // Nowhere to report it.
  if (!strict && !onMismatch && !onEvent) return { result: result as Result, issues: [] }

  const { issues = [] } = v.safeParse(endpoint.result, result, { abortEarly: text.length > longText })
  const warned = errmsgText.includes('wrong json format')
    ? [{ path: '', message: `WeCom ignored part of the request: ${masked()}` }]
    : []
  return { result: result as Result, issues: [...warned, ...toIssues(issues)].slice(0, maxIssues) }
}

function toNumber(value: unknown): number {
  // WeCom may send an errcode as a string. `Number` would turn null and empty strings into 0.
  return typeof value === 'string' && value.trim() ? Number(value) : (value as number)
}

/**
 * Whether an answer without errcode is a success. This depends on `errcode` of the endpoint:
 * - If `errcode` is `optional` (WeCom documents that the errcode may be missing), the answer must contain at least one
 *   required field of the result. If the result has no required fields, every answer is a success.
 * - Otherwise, the answer must contain all required fields of the result. If the result has no required fields, no
 *   answer without errcode is a success.
 */
function isComplete({ errcode, result: schema }: Endpoint<object, object>, result: Record<string, unknown>): boolean {
  const { issues: required = [] } = v.safeParse(schema, {})
  const isThere = ({ path }: v.BaseIssue<unknown>): boolean => result[String(path?.[0].key)] != null
  if (!required[0]) return errcode === 'optional'
  return errcode === 'optional' ? required.some(isThere) : required.every(isThere)
}

function readRetryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after') || 'none'
  // The header contains seconds or a date.
  const seconds = Number(value)
  const milliseconds = seconds >= 0 ? seconds * 1000 : Date.parse(value) - Date.now()
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds)
}
