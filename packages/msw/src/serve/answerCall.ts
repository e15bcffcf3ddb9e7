import { Refusal } from '../Refusal.ts'
import type { Fault } from '../tenant/faults.ts'
import type { App } from '../tenant/apps.ts'
import type { Admission } from '../tenant/limits.ts'
import { speaksOfServiceIds, swapIds } from '../tenant/providerIds.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { type Body, joinParts } from './Body.ts'
import { formatErrmsg } from './formatErrmsg.ts'
import { dropEmptyLists } from './dropEmptyLists.ts'
import { type IncomingCall, isForm } from './IncomingCall.ts'
import { noteBody } from './noteBody.ts'
import { withOlderNames } from './olderPath.ts'
import { parseForm } from './parseForm.ts'
import { parseJson } from './parseJson.ts'
import { queryFields } from './queryFields.ts'
import { readParams } from './readParams.ts'
import { type HttpAnswer, type Reply, jsonAnswer } from './Reply.ts'
import type { Routes } from './routes.ts'
import { isNoSecret } from './secretFields.ts'
import { SentFile } from './SentFile.ts'
import type { OpenCall, Served } from './serve.ts'

/** What the tenant says to a call, before anything goes wrong on the way back. */
type Said = SentFile | { readonly errcode?: number; readonly errmsg?: string }

/**
 * Answers one call. Knows nothing of HTTP servers and Service Workers: they lead in here and carry the reply out.
 *
 * Looked at in this order: path, faults, limits, token, permission, parameters, and then the answer of the endpoint.
 */
export function answerCall(tenant: Tenant, routes: Routes, call: IncomingCall): Reply {
  tenant.clock.catchUp()
  const served = routes.get(call.path)
  const fault = served && tenant.faults.take(served.endpoint)
  const sent = parseBody(call)
  const asked = isAsked(fault) ? served : undefined
  const { errcode: refused, leave: whenSent }: Admission = asked ? tenant.limits.admit(asked.endpoint, sent) : {}
  const said = asked && answerServed(tenant, asked, call, sent, { fault, refused })
  const reply = toReply(said, fault)
  tenant.journal.add({
    at: tenant.clock.now(),
    method: call.method,
    path: call.path,
    endpoint: served?.endpoint.name,
    query: queryFields(call.query, isNoSecret),
    body: noteBody(call, sent),
    status: reply.kind === 'answer' ? reply.status : 0,
    errcode: said && errcodeOf(said),
    fault: fault?.kind,
  })
  return whenSent ? { ...reply, whenSent } : reply
}

/** Whether a call gets as far as to the tenant. */
function isAsked(fault: Fault | undefined): boolean {
  return fault === undefined || !['reset', 'status', 'html', 'empty'].includes(fault.kind)
}

/** What becomes of an answer on its way, or comes in its place. Without both, nothing is served on the path. */
function toReply(said: Said | undefined, fault: Fault | undefined): Reply {
  const unharmed = said ? toAnswer(said) : unknownPath
  if (!fault) return unharmed
  const { delayMs = 0 } = fault
  const answer = { ...unharmed, delayMs }
  switch (fault.kind) {
    case 'reset':
    case 'lost-answer':
      return { kind: 'reset', delayMs }
    case 'truncate':
      return { ...answer, body: firstHalf(answer.body) }
    case 'status': {
      const headers = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) }
      return { ...answer, status: fault.status, headers }
    }
    case 'html': {
      const headers = { 'content-type': 'text/html; charset=UTF-8' }
      return { ...answer, status: 200, headers, body: ['<!DOCTYPE html><title>Sign in to this network</title>'] }
    }
    case 'empty':
      return { ...answer, status: 200 }
    default:
      return answer
  }
}

const unknownPath: HttpAnswer = { kind: 'answer', delayMs: 0, status: 404, headers: {}, body: [] }

function toAnswer(said: Said): HttpAnswer {
  if (!(said instanceof SentFile)) return jsonAnswer(200, said)
  const { status, headers, body } = said
  return { kind: 'answer', delayMs: 0, status, headers, body: [body] }
}

function firstHalf(body: Body): Body {
  const bytes = joinParts(body)
  return [bytes.slice(0, bytes.length / 2)]
}

/** Files and the oldest calls carry none when they succeed. */
function errcodeOf(said: Said): number {
  return said instanceof SentFile ? 0 : (said.errcode ?? 0)
}

/** What stands between a call and its answer. */
interface Hindrance {
  readonly fault: Fault | undefined
  /** The errcode of the limit that it is over. */
  readonly refused: number | undefined
}

function answerServed(
  tenant: Tenant,
  served: Served,
  call: IncomingCall,
  sent: unknown,
  { fault, refused }: Hindrance,
): Said {
  try {
    if (refused !== undefined) throw new Refusal(refused)
    if (fault?.kind === 'errcode') throw new Refusal(fault.errcode)
    if (fault?.kind === 'expire-token') expireToken(tenant, call.query)
    const understood = dropEmptyLists(served.endpoint.params, sent)
    const result = askEndpoint(tenant, served, call, understood, fault)
    if (result instanceof SentFile) return result
    const answer = { ...served.success, ...(understood !== sent && { errmsg: wrongJson }), ...result }
    return call.path === served.olderPath?.path ? withOlderNames(answer, served.olderPath) : answer
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { errcode: error.errcode, errmsg: formatErrmsg(tenant, error, call.ip), ...served.empty }
  }
}

/** With errcode 0, the blank at its end included. */
const wrongJson = 'ok. Warning: wrong json format. '

function expireToken({ tokens, suiteTokens, providerTokens }: Tenant, query: URLSearchParams): void {
  tokens.expire(query.get('access_token') ?? '')
  suiteTokens.expire(query.get('suite_access_token') ?? '')
  providerTokens.expire(query.get('provider_access_token') ?? '')
}

function askEndpoint(
  tenant: Tenant,
  served: Served,
  call: IncomingCall,
  sent: unknown,
  fault: Fault | undefined,
): object {
  const caller: OpenCall = { ip: call.ip, range: call.range, delayMs: fault?.delayMs ?? 0 }
  switch (served.access) {
    case 'open':
      return served.answer(tenant, readParams(served, call, sent), caller)
    case 'suite': {
      const suite = tenant.suiteTokens.check(call.query.get('suite_access_token'))
      const app = tenant.apps.ofSuite(suite.suite_id)
      return askAs(tenant, served, app, readParams(served, call, sent), (params) =>
        served.answer(tenant, params, { ...caller, suite }),
      )
    }
    case 'provider': {
      const provider = tenant.providerTokens.check(call.query.get('provider_access_token'))
      return served.answer(tenant, readParams(served, call, sent), { ...caller, provider })
    }
    case 'token': {
      const app = tenant.tokens.check(call.query.get('access_token'))
      if (served.customerContact && !app.customer_contact) throw new Refusal(48002)
      if (app.system && served.systemApp === false) throw new Refusal(48002)
      return askAs(tenant, served, app, readParams(served, call, sent), (params) =>
        served.answer(tenant, params, { ...caller, app }),
      )
    }
  }
}

/** Asks in the ids of the corp what an app may have asked in its provider's, and answers in those. */
function askAs(
  tenant: Tenant,
  { convertsIds }: Served,
  app: App | undefined,
  params: object,
  ask: (params: object) => object,
): object {
  if (convertsIds || !speaksOfServiceIds(tenant, app)) return ask(params)
  return swapIds(tenant, ask(swapIds(tenant, params)))
}

/** What a body holds: the files of a form, the value of JSON, any other text itself; undefined where it is empty. */
function parseBody({ body, contentType = '' }: IncomingCall): unknown {
  if (isForm(contentType)) return parseForm(body, contentType)
  return body.length === 0 ? undefined : parseJson(body)
}
