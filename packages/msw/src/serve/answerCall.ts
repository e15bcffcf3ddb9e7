import { Refusal } from '../Refusal.ts'
import type { Fault } from '../tenant/faults.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { formatErrmsg } from './formatErrmsg.ts'
import type { IncomingCall } from './IncomingCall.ts'
import { readParams } from './readParams.ts'
import { type HttpAnswer, type Reply, jsonAnswer } from './Reply.ts'
import type { Routes } from './routes.ts'
import type { Served } from './serve.ts'

/** What the tenant says to a call, before anything goes wrong on the way back. */
type Body = { readonly errcode: number; readonly errmsg: string } & Readonly<Record<string, unknown>>

/**
 * Answers one call. Knows nothing of HTTP servers and Service Workers: they lead in here and carry the reply out.
 *
 * Looked at in this order: path, faults, token, permission, parameters, and then the answer of the endpoint.
 */
export function answerCall(tenant: Tenant, routes: Routes, call: IncomingCall): Reply {
  const served = routes.get(call.path)
  const fault = served && tenant.faults.take(served.endpoint)
  const sent = parseBody(call.body)
  const body = served && isAsked(fault) ? answerServed(tenant, served, call, sent, fault) : undefined
  const reply = toReply(body, fault)
  tenant.journal.add({
    at: tenant.clock.now(),
    method: call.method,
    path: call.path,
    endpoint: served?.endpoint.name,
    query: withoutSecrets(call.query),
    body: sent,
    status: reply.kind === 'answer' ? reply.status : 0,
    errcode: body?.errcode,
    fault: fault?.kind,
  })
  return reply
}

/** Whether a call gets as far as to the tenant. */
function isAsked(fault: Fault | undefined): boolean {
  return fault === undefined || !['reset', 'status', 'html', 'empty'].includes(fault.kind)
}

/** What becomes of an answer on its way, or comes in its place. Without both, nothing is served on the path. */
function toReply(body: Body | undefined, fault: Fault | undefined): Reply {
  const delayMs = fault?.delayMs ?? 0
  const answer = { ...(body ? jsonAnswer(200, body) : unknownPath), delayMs }
  switch (fault?.kind) {
    case 'reset':
    case 'lost-answer':
      return { kind: 'reset', delayMs }
    case 'truncate':
      return { ...answer, body: answer.body.slice(0, answer.body.length / 2) }
    case 'status': {
      const headers = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) }
      return { ...answer, status: fault.status, headers }
    }
    case 'html': {
      const headers = { 'content-type': 'text/html; charset=UTF-8' }
      return { ...answer, status: 200, headers, body: '<!DOCTYPE html><title>Sign in to this network</title>' }
    }
    case 'empty':
      return { ...answer, status: 200 }
    default:
      return answer
  }
}

const unknownPath: HttpAnswer = { kind: 'answer', delayMs: 0, status: 404, headers: {}, body: '' }

function answerServed(
  tenant: Tenant,
  served: Served,
  call: IncomingCall,
  sent: unknown,
  fault: Fault | undefined,
): Body {
  try {
    if (fault?.kind === 'errcode') throw new Refusal(fault.errcode)
    if (fault?.kind === 'expire-token') tenant.tokens.expire(call.query.get('access_token') ?? '')
    return { errcode: 0, errmsg: 'ok', ...askEndpoint(tenant, served, call, sent) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { errcode: error.errcode, errmsg: formatErrmsg(tenant, error, call.ip), ...served.empty }
  }
}

function askEndpoint(tenant: Tenant, served: Served, call: IncomingCall, sent: unknown): object {
  const { ip } = call
  if (served.access === 'open') return served.answer(tenant, readParams(served, call, sent), { ip })
  const app = tenant.tokens.check(call.query.get('access_token'))
  if (served.customerContact && !app.customer_contact) throw new Refusal(48002)
  return served.answer(tenant, readParams(served, call, sent), { ip, app })
}

/** The value that a body holds as JSON; the text itself where it is none, undefined where it is empty. */
function parseBody(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function withoutSecrets(query: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...query].filter(([name]) => !/token|secret/.test(name)))
}
