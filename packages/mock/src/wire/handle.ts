import type { Routes } from '../answers/all.ts'
import { SentFile, type Served, formatErrmsg, withOlderNames } from '../answers/serve.ts'
import { Refusal } from '../base/Refusal.ts'
import type { Corp } from '../state/Corp.ts'
import { toAppIds, toCorpIds } from '../state/appIds.ts'
import { type Admission, admit, authenticate, expireTokens, withFaultyCursor } from './admission.ts'
import { readParams } from './params.ts'
import { record } from './record.ts'
import { type AnswerContent, type Reply, spoil, toAnswer, unknownPath } from './reply.ts'
import { type IncomingCall, readBody } from './request.ts'

export function handle(corp: Corp, routes: Routes, call: IncomingCall): Reply {
  corp.clock.catchUp()
  const served = routes.get(call.path)
  const body = readBody(call)
  const admission = admit(corp, served?.endpoint, call, body)
  const content = served && admission.arrives ? answer(corp, served, call, body, admission) : undefined
  const reply = spoil(content ? toAnswer(content) : unknownPath, admission.fault)
  record(corp, {
    call,
    body,
    endpoint: served?.endpoint.name,
    content,
    reply,
    fault: admission.fault?.kind ?? admission.readFaults.kind,
  })
  return admission.leave ? { ...reply, whenSent: admission.leave } : reply
}

// For a caller that sent an empty list instead of an object. WeCom's errmsg also ends with a blank.
const wrongJsonWarning = 'ok. Warning: wrong json format. '

function answer(corp: Corp, served: Served, call: IncomingCall, body: unknown, admission: Admission): AnswerContent {
  const { fault, readFaults, errcode } = admission
  try {
    if (errcode !== undefined) throw new Refusal(errcode)
    if (fault?.kind === 'expire-token') expireTokens(corp, call)
    const { caller, app } = authenticate(corp, served, call, fault?.delayMs ?? 0)
    const { params, wrongJson } = readParams(served, call, body)
    const { endpoint, convertsIds } = served
    // Converts ids, because a provider's app may use the provider's ids, and answers are made with the corp's ids.
    const convertedParams = withFaultyCursor(
      corp,
      endpoint,
      readFaults.cursor,
      toCorpIds(corp, app, params, convertsIds),
    )
    const result = served.answer(corp.seenWith(readFaults), convertedParams, caller)
    if (result instanceof SentFile) return result
    const content = {
      ...served.success,
      ...(wrongJson && { errmsg: wrongJsonWarning }),
      ...toAppIds(corp, app, result, convertsIds),
    }
    return call.path === served.olderPath?.path ? withOlderNames(content, served.olderPath) : content
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { errcode: error.errcode, errmsg: formatErrmsg(corp, error, call.ip), ...served.failureFields }
  }
}
