import { Refusal } from '../base/Refusal.ts'
import type { Call, OpenCall, ProviderCall, Served, SuiteCall } from '../answers/serve.ts'
import type { Corp } from '../state/Corp.ts'
import type { App } from '../state/members.ts'
import type { IncomingCall } from './request.ts'

/** Whoever calls. */
export interface Authenticated {
  readonly caller: OpenCall | Call | SuiteCall | ProviderCall
  /** The app whose ids of customers the call speaks in. */
  readonly app?: App | undefined
}

/** Finds out who calls, by the token in the query. @throws {Refusal} the token or the permission is missing. */
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

/** Ends the life of every token that a call carries. */
export function expireTokens({ tokens, suiteTokens, providerTokens }: Corp, { query }: IncomingCall): void {
  tokens.expire(query.get('access_token') ?? '')
  suiteTokens.expire(query.get('suite_access_token') ?? '')
  providerTokens.expire(query.get('provider_access_token') ?? '')
}
