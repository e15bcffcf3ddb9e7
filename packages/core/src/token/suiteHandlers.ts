import type { Client } from '../client/types.ts'
import { limitTime } from './limitTime.ts'
import { saveAuthorization } from './saveAuthorization.ts'
import type { SuiteStore } from './SuiteStore.ts'

export interface SuiteHandlersOptions {
  readonly suiteStore: SuiteStore
  /** From `createClient`, with the `suiteToken` of the suite that receives the events. */
  readonly client: Client
}

interface SuiteEvent {
  readonly SuiteId: string
  /** Unix seconds. */
  readonly TimeStamp: number
}
type TicketEvent = SuiteEvent & { readonly SuiteTicket: string }
type AuthCodeEvent = SuiteEvent & { readonly AuthCode: string }
type CorpEvent = SuiteEvent & { readonly AuthCorpId: string }

/** Handlers for `createCallbackHandler` of `@wecom/callback`, by names of events. */
export interface SuiteHandlers {
  /** Saves the ticket for 30 minutes. */
  readonly suite_ticket: (event: TicketEvent) => Promise<void>
  /** Exchanges the auth_code and saves the permanent code. */
  readonly create_auth: (event: AuthCodeEvent) => Promise<void>
  /** Does the same: the new permanent code replaces the invalid one. */
  readonly reset_permanent_code: (event: AuthCodeEvent) => Promise<void>
  /** Deletes the permanent code. */
  readonly cancel_auth: (event: CorpEvent) => Promise<void>
}

const ticketLifetime = 30 * 60_000

/**
 * Creates handlers that keep a suite store up to date. Pass them as `on` to the callback handler of the instruction URL
 * (指令回调URL). An operation of the store that takes longer than 2 seconds fails.
 *
 * @param options - {@link SuiteHandlersOptions}
 *
 * @example
 * createCallbackHandler({ token, encodingAesKey, receiveIds: ['wx1'], on: suiteHandlers({ suiteStore, client }) })
 */
export function suiteHandlers({ suiteStore, client }: SuiteHandlersOptions): SuiteHandlers {
  const save = async ({
    SuiteId: suiteId,
    AuthCode: auth_code,
    TimeStamp: timestamp,
  }: AuthCodeEvent): Promise<void> => {
    await saveAuthorization(client, { suiteStore, suiteId, auth_code, timestamp })
  }
  return {
    suite_ticket: ({ SuiteId, SuiteTicket, TimeStamp }) =>
      limitTime(suiteStore.setTicket(SuiteId, SuiteTicket, TimeStamp, ticketLifetime)),
    create_auth: save,
    reset_permanent_code: save,
    cancel_auth: ({ SuiteId, AuthCorpId, TimeStamp }) =>
      limitTime(suiteStore.deletePermanentCode(SuiteId, AuthCorpId, TimeStamp)),
  }
}
