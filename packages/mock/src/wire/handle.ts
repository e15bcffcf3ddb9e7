import type { Routes } from '../answers/all.ts'
import { SentFile, type Served, formatErrmsg, withOlderNames } from '../answers/serve.ts'
import { Refusal } from '../base/Refusal.ts'
import type { Corp } from '../state/Corp.ts'
import { speaksOfServiceIds, swapIds } from '../state/provider.ts'
import { type Admission, admit, authenticate, expireTokens, withFaultyCursor } from './admission.ts'
import { readParams } from './params.ts'
import { record } from './record.ts'
import { type Reply, type Said, spoil, toAnswer, unknownPath } from './reply.ts'
import { type IncomingCall, readBody } from './request.ts'

/**
 * Answers one call: the one way of a request, whatever brought it. Read, admit (faults, limits), authenticate, check
 * parameters, answer, spoil, record.
 */
export function handle(corp: Corp, routes: Routes, call: IncomingCall): Reply {
  corp.clock.catchUp()
  const served = routes.get(call.path)
  const body = readBody(call)
  const admission = admit(corp, served?.endpoint, call, body)
  const said = served && admission.arrives ? answer(corp, served, call, body, admission) : undefined
  const reply = spoil(said ? toAnswer(said) : unknownPath, admission.fault)
  record(corp, {
    call,
    body,
    endpoint: served?.endpoint.name,
    said,
    reply,
    fault: admission.fault?.kind ?? admission.readFaults.kind,
  })
  return admission.leave ? { ...reply, whenSent: admission.leave } : reply
}

/** With errcode 0, the blank at its end included. */
const wrongJsonWarning = 'ok. Warning: wrong json format. '

function answer(corp: Corp, served: Served, call: IncomingCall, body: unknown, admission: Admission): Said {
  const { fault, readFaults, errcode } = admission
  try {
    if (errcode !== undefined) throw new Refusal(errcode)
    if (fault?.kind === 'expire-token') expireTokens(corp, call)
    const { caller, app } = authenticate(corp, served, call, fault?.delayMs ?? 0)
    const { params, wrongJson } = readParams(served, call, body)
    // A provider's app may speak of customers by the provider's ids; answers speak in the corp's.
    const swaps = !served.convertsIds && speaksOfServiceIds(corp, app)
    const asked = withFaultyCursor(corp, served.endpoint, readFaults.cursor, params)
    const result = served.answer(corp.seenWith(readFaults), swaps ? swapIds(corp, asked) : asked, caller)
    if (result instanceof SentFile) return result
    const said = {
      ...served.success,
      ...(wrongJson && { errmsg: wrongJsonWarning }),
      ...(swaps ? swapIds(corp, result) : result),
    }
    return call.path === served.olderPath?.path ? withOlderNames(said, served.olderPath) : said
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { errcode: error.errcode, errmsg: formatErrmsg(corp, error, call.ip), ...served.empty }
  }
}
