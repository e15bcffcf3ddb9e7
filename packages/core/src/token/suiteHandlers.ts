import type { Client } from '../client/types.ts'
import { limitTime } from './limitTime.ts'
import { saveAuthorization } from './saveAuthorization.ts'
import type { SuiteStore } from './SuiteStore.ts'

export interface SuiteHandlersOptions {
  readonly suiteStore: SuiteStore
  /**
   * Client for the suite whose events the handlers receive. The token source of the client must be a `suiteToken()`.
   */
  readonly client: Client
  /**
   * Time limit for operations of the suite store that run before the response to WeCom, in milliseconds. If the store
   * takes longer, the handler fails, and WeCom delivers the event again. If you set the option `waitUntil` of the
   * callback handler, WeCom does not repeat the delivery, so a failed handler loses the event. In this case, set a
   * longer limit, e.g. 10,000. Default 400.
   */
  readonly storeTimeout?: number | undefined
}

interface SuiteEvent {
  readonly SuiteId: string
  /** Time of the event, in unix seconds. */
  readonly TimeStamp: number
}
type TicketEvent = SuiteEvent & { readonly SuiteTicket: string }
type AuthCodeEvent = SuiteEvent & { readonly AuthCode: string }
type CorpEvent = SuiteEvent & { readonly AuthCorpId: string }

/**
 * Event handlers that save the tickets and permanent codes of a suite. The name of each field is the name of the event
 * that the handler receives. Pass the handlers to `createCallbackHandler` of `@wecom/callback`.
 */
export interface SuiteHandlers {
  /** Handler that saves the ticket of the suite for 30 minutes. */
  readonly suite_ticket: (event: TicketEvent) => Promise<void>
  /**
   * Handler for a new authorization. It exchanges the auth_code for the permanent code of the corp, and saves the
   * permanent code.
   */
  readonly create_auth: (event: AuthCodeEvent) => Promise<void>
  /**
   * Handler for a reset of a corp's permanent code. It exchanges the auth_code for the new permanent code, and replaces
   * the old one.
   */
  readonly reset_permanent_code: (event: AuthCodeEvent) => Promise<void>
  /** Handler for a withdrawn authorization. It deletes the permanent code of the corp. */
  readonly cancel_auth: (event: CorpEvent) => Promise<void>
}

const ticketLifetime = 30 * 60_000

/**
 * Creates event handlers that save the tickets and permanent codes of a suite in a suite store. Pass the handlers as
 * the option `on` of `createCallbackHandler` for the instruction callback URL (指令回调URL).
 *
 * If the store takes longer than `storeTimeout` (default 400 ms), the handlers fail before the callback handler
 * responds, so WeCom delivers the event again. The limit does not apply to the step that saves a permanent code. Before
 * this step, the handler has used the auth_code of the event. An auth_code works only once, so the handler could not
 * use a repeated event. See `saveAuthorization`.
 *
 * @param options - {@link SuiteHandlersOptions}
 *
 * @example
 * createCallbackHandler({ token, encodingAesKey, receiveIds: ['wx1'], on: suiteHandlers({ suiteStore, client }) })
 */
export function suiteHandlers({ suiteStore, client, storeTimeout = 400 }: SuiteHandlersOptions): SuiteHandlers {
  const save = async ({
    SuiteId: suiteId,
    AuthCode: auth_code,
    TimeStamp: timestamp,
  }: AuthCodeEvent): Promise<void> => {
    await saveAuthorization(client, { suiteStore, suiteId, auth_code, timestamp, storeTimeout })
  }
  return {
    suite_ticket: ({ SuiteId, SuiteTicket, TimeStamp }) =>
      limitTime(suiteStore.setTicket(SuiteId, SuiteTicket, TimeStamp, ticketLifetime), storeTimeout),
    create_auth: save,
    reset_permanent_code: save,
    cancel_auth: ({ SuiteId, AuthCorpId, TimeStamp }) =>
      limitTime(suiteStore.deletePermanentCode(SuiteId, AuthCorpId, TimeStamp), storeTimeout),
  }
}
