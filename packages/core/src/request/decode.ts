import * as v from 'valibot'
import type { ClientConfig } from '../client/types.ts'
import type { Download, Endpoint } from '../endpoint/Endpoint.ts'
import { isOnceOnly } from '../endpoint/isOnceOnly.ts'
import { type Issue, toIssues } from '../errors/Issue.ts'
import { WeComApiError } from '../errors/WeComApiError.ts'
import { WeComHttpError } from '../errors/WeComHttpError.ts'
import { WeComResponseError } from '../errors/WeComResponseError.ts'
import type { Answer } from '../transport/Answer.ts'

export interface DecodeOptions {
  /** Hold the result against its schema. */
  readonly check: boolean
  /** Takes tokens and secrets out of what the server said, should it repeat them. */
  readonly mask: (text: string) => string
  /** The client's own. */
  readonly explain: ClientConfig['explain']
}

export interface Decoded<Result> {
  readonly result: Result
  /** What does not fit, although the call worked. */
  readonly issues: readonly Issue[]
}

/** Reads an answer: HTTP status, errcode, shape. */
export function decode<Result extends object>(
  endpoint: Endpoint<object, Result>,
  answer: Answer,
  { check, mask, explain }: DecodeOptions,
): Decoded<Result> {
  const once = isOnceOnly(endpoint)
  const { status, headers, text } = answer
  if (status < 200 || status > 299) {
    throw new WeComHttpError(endpoint, status, readRetryAfter(headers), once && status >= 500)
  }

  if (answer.file) {
    const download: Download = { status, headers, body: answer.file }
    return { result: download as Download & Result, issues: [] }
  }

  const body = readObject(text)
  if (typeof body === 'string') {
    const facts = { status, type: headers.get('content-type'), length: text.length }
    throw new WeComResponseError(endpoint, body, facts, once)
  }

  const { errcode = 0, errmsg = '', ...result } = body
  const code = Number(errcode)
  if (code !== 0) {
    if (code === endpoint.empty?.errcode) return { result: { ...endpoint.empty.result, ...result }, issues: [] }
    throw new WeComApiError(endpoint, code, mask(String(errmsg)), once && code === -1, {
      remedy: explain?.(code)?.remedy,
    })
  }
  if (!check) return { result: result as Result, issues: [] }

  const { issues = [] } = v.safeParse(endpoint.result, result)
  const warned = String(errmsg).includes('wrong json format')
    ? [{ path: '', message: `WeCom understood only part of the request: ${mask(String(errmsg))}` }]
    : []
  return { result: result as Result, issues: [...toIssues(issues), ...warned] }
}

/** The object that a text holds as JSON, or what the text is instead. */
function readObject(text: string): Record<string, unknown> | string {
  if (text === '') return 'the answer is empty'
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
    return 'the answer is JSON, but not an object'
  } catch {
    if (/^\s*</.test(text)) return 'the answer is an HTML page; is something between you and WeCom?'
    if (/^\s*\{/.test(text)) return 'the answer is JSON that breaks off or is malformed'
    return 'the answer is not JSON'
  }
}

/** `Retry-After` in milliseconds: it comes as seconds or as a date. */
function readRetryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after')
  if (!value) return undefined
  const seconds = Number(value)
  const milliseconds = Number.isNaN(seconds) ? Date.parse(value) - Date.now() : seconds * 1000
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds)
}
