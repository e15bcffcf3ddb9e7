import type { Client } from '../client/types.ts'
import { limitTime } from './limitTime.ts'
import { saveAuthorization } from './saveAuthorization.ts'
import type { SuiteStore } from './SuiteStore.ts'

export interface SuiteHandlersOptions {
  readonly suiteStore: SuiteStore
  /** A client with the `suiteToken` of the suite that receives the events. */
  readonly client: Client
}

interface SuiteEvent {
  readonly SuiteId: string
  /** Time of the event, in unix seconds. */
  readonly TimeStamp: number
}
type TicketEvent = SuiteEvent & { readonly SuiteTicket: string }
type AuthCodeEvent = SuiteEvent & { readonly AuthCode: string }
type CorpEvent = SuiteEvent & { readonly AuthCorpId: string }

/** Handlers of events for `createCallbackHandler` of `@wecom/callback`, by event name. */
export interface SuiteHandlers {
  /** Saves the suite_ticket for 30 minutes. */
  readonly suite_ticket: (event: TicketEvent) => Promise<void>
  /** Exchanges the auth_code of a new authorization, and saves the permanent code. */
  readonly create_auth: (event: AuthCodeEvent) => Promise<void>
  /** Exchanges the auth_code after a reset, and saves the new permanent code in place of the invalid one. */
  readonly reset_permanent_code: (event: AuthCodeEvent) => Promise<void>
  /** Deletes the permanent code of a corp that withdrew its authorization. */
  readonly cancel_auth: (event: CorpEvent) => Promise<void>
}

const ticketLifetime = 30 * 60_000

/**
 * Creates handlers that keep a suite store up to date. Pass them as `on` to the callback handler of the instruction URL
 * (指令回调URL). If an operation of the store takes longer than 2 seconds, the handler fails.
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
