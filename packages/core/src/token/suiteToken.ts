import { getSuiteAccessTokenEndpoint } from '../endpoints/getSuiteAccessToken.ts'
import { WeComValidationError } from '../errors/WeComValidationError.ts'
import { renewedToken } from './renewedToken.ts'
import type { SuiteStore } from './SuiteStore.ts'
import type { TokenContext, TokenSource } from './TokenSource.ts'
import type { StoreOptions } from './TokenStore.ts'
import { tryStore } from './tryStore.ts'

interface SuiteOptions extends StoreOptions {
  /** Id of the suite: a third-party app, or the template of a provider-developed app (代开发应用). */
  readonly suiteId: string
  readonly suiteSecret: string
}

interface StoredTicket {
  /**
   * Store with the newest suite_ticket, which WeCom requires for a token of the suite. The event handlers that
   * `suiteHandlers()` creates save the tickets there.
   */
  readonly suiteStore: SuiteStore
  readonly ticket?: undefined
}

interface OwnTicket {
  /**
   * Function that returns the newest suite_ticket. WeCom sends a ticket to the instruction callback (指令回调) every 10
   * minutes. Each ticket is valid for 30 minutes. Save the ticket in a place that all your processes can read.
   */
  readonly ticket: () => string | Promise<string>
  readonly suiteStore?: undefined
}

export type SuiteTokenOptions = SuiteOptions & (StoredTicket | OwnTicket)

/**
 * Creates a source for the tokens of a suite. A suite is a third-party app, or the template of provider-developed apps
 * (代开发应用). Calls about authorizations, such as `getPermanentCode`, need these tokens.
 *
 * To request a token, the source needs the newest suite_ticket, which WeCom sends to the instruction callback (指令回调)
 * every 10 minutes. If there is no ticket, calls fail with a `WeComValidationError`, and nothing is sent. If WeCom
 * rejects a token with 40082 (wrong token) or 42009 (token expired), the source requests a new token.
 *
 * @example
 * const suiteStore = memorySuiteStore() // `suiteHandlers()` saves the tickets in this store.
 * const suite = suiteToken({ suiteId: 'wx1', suiteSecret, suiteStore })
 * const provider = createClient({ token: suite })
 */
export function suiteToken(options: SuiteTokenOptions): TokenSource {
  const { suiteId, suiteSecret, store, storeTimeout } = options
  return renewedToken({
    kind: 'suite',
    owner: suiteId,
    secret: suiteSecret,
    store,
    storeTimeout,
    endpoint: getSuiteAccessTokenEndpoint,
    fetchToken: async (context, signal) => {
      const ticket = options.suiteStore ? await readTicket(options, context) : await options.ticket()
      const params = { suite_id: suiteId, suite_secret: suiteSecret, suite_ticket: ticket }
      const { suite_access_token, expires_in } = await context.request(getSuiteAccessTokenEndpoint, params, { signal })
      return { value: suite_access_token, lifetime: expires_in * 1000 }
    },
  })
}

async function readTicket(
  { suiteStore, suiteId, storeTimeout = 2_000 }: SuiteOptions & StoredTicket,
  context: TokenContext,
): Promise<string> {
  // If the store fails, `onEvent` receives `store-failure`. The call then fails as if there were no ticket.
  const ticket = await tryStore('get', () => suiteStore.getTicket(suiteId), storeTimeout, context)
  if (typeof ticket === 'string') return ticket
  const message =
    `the suite store has no ticket of suite ${suiteId}, or did not answer. WeCom pushes one every 10 minutes to the ` +
    'instruction URL (指令回调URL); in the provider console you can push one at once'
  throw new WeComValidationError(getSuiteAccessTokenEndpoint, [{ path: 'suite_ticket', message }])
}
