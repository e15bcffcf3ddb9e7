import type { AnyEndpoint } from '@wecom/core'
import type { Call, OpenCall, ProviderCall, Served, SuiteCall } from '../answers/serve.ts'
import { Refusal } from '../base/Refusal.ts'
import { cursorParameter } from '../base/endpoints.ts'
import type { CallFault, CursorFault, Fault, ReadFaults } from '../base/faults.ts'
import type { Corp } from '../state/Corp.ts'
import type { App } from '../state/members.ts'
import type { Params } from './normalise.ts'
import { type IncomingCall, queryFields } from './request.ts'

/**
 * Decision about a call before the fake corp answers it: which faults apply to the call, and whether a fault or limit
 * refuses the call.
 */
export interface Admission {
  readonly fault?: CallFault | undefined
  readonly readFaults: ReadFaults
  /** Whether the fake corp handles the call. False if a fault stops the call earlier, or if the path is unknown. */
  readonly arrives: boolean
  readonly errcode?: number | undefined
  readonly leave?: (() => void) | undefined
}

// Faults that stop a call before the fake corp handles it.
const onTheWay: ReadonlySet<Fault['kind']> = new Set(['reset', 'status', 'html', 'empty'])

const noReadFaults: ReadFaults = { kind: undefined, lagMs: 0, keptSince: undefined, cursor: undefined }

/**
 * Decides which faults apply to a call, and whether a limit refuses the call. Each fault that applies to the call then
 * applies to one later call less (its `times` decreases by 1). A call counts towards the limits if it arrives at the
 * fake corp and no limit refuses it.
 */
export function admit(
  corp: Corp,
  endpoint: AnyEndpoint | undefined,
  { query }: IncomingCall,
  body: unknown,
): Admission {
  if (!endpoint) return { arrives: false, readFaults: noReadFaults }
  const fault = corp.faults.take(endpoint)
  if (fault && onTheWay.has(fault.kind)) return { fault, arrives: false, readFaults: noReadFaults }
  const { errcode = fault?.kind === 'errcode' ? fault.errcode : undefined, leave } = corp.limits.admit(endpoint, body)
  const isRefused = errcode !== undefined || fault?.kind === 'expire-token'
  const readFaults = isRefused
    ? noReadFaults
    : corp.faults.takeForRead(endpoint, endpoint.method === 'GET' ? queryFields(query) : body)
  return { fault, readFaults, arrives: true, errcode, leave }
}

interface Authenticated {
  readonly caller: OpenCall | Call | SuiteCall | ProviderCall
  readonly app?: App | undefined
}

export function authenticate(
  corp: Corp,
  { access, customerContact, systemApp }: Served,
  { query, ip, range }: IncomingCall,
  delayMs: number,
): Authenticated {
  const caller: OpenCall = { ip, range, delayMs }
  switch (access) {
    case 'open':
      return { caller }
    case 'suite': {
      const suite = corp.suiteTokens.check(query.get('suite_access_token'))
      return { caller: { ...caller, suite }, app: corp.apps.ofSuite(suite.suite_id) }
    }
    case 'provider':
      return { caller: { ...caller, provider: corp.providerTokens.check(query.get('provider_access_token')) } }
    case 'token': {
      const app = corp.tokens.check(query.get('access_token'))
      if (customerContact && !app.customer_contact) throw new Refusal(48002)
      if (app.system && !systemApp) throw new Refusal(48002)
      return { caller: { ...caller, app }, app }
    }
  }
}

export function expireTokens({ tokens, suiteTokens, providerTokens }: Corp, { query }: IncomingCall): void {
  tokens.expire(query.get('access_token') ?? '')
  suiteTokens.expire(query.get('suite_access_token') ?? '')
  providerTokens.expire(query.get('provider_access_token') ?? '')
}

const unknownCursor = 'unknown'

export function withFaultyCursor(
  corp: Corp,
  endpoint: AnyEndpoint,
  fault: CursorFault | undefined,
  params: Params,
): Params {
  const name = cursorParameter(endpoint)
  if (fault === undefined || name === undefined) return params
  switch (fault) {
    case 'cursor-refused':
      return { ...params, [name]: unknownCursor }
    case 'cursor-empty':
      return { ...params, [name]: corp.cursors.issueEmpty() }
    case 'cursor-restarts': {
      const { [name]: _cursor, ...others } = params
      return others
    }
  }
}
