import { getSuiteAccessTokenEndpoint } from '../endpoints/getSuiteAccessToken.ts'
import { renewedToken } from './renewedToken.ts'
import type { TokenSource } from './TokenSource.ts'
import type { StoreOptions } from './TokenStore.ts'

export interface SuiteTokenOptions extends StoreOptions {
  /** Id of the third-party app, or of the template of a provider-developed one. */
  readonly suiteId: string
  readonly suiteSecret: string
  /**
   * Gives the newest suite_ticket. WeCom pushes one to the instruction callback every 10 minutes, and each lives
   * for 30: keep it where every process finds it, and no longer than that.
   */
  readonly ticket: () => string | Promise<string>
}

/**
 * Tokens of a third-party app itself, for the calls that authorize corps.
 *
 * @example
 * const suite = suiteToken({ suiteId: 'wx1', suiteSecret, ticket: () => tickets.newest() })
 * const provider = createClient({ token: suite })
 */
export function suiteToken({ suiteId, suiteSecret, ticket, store, storeTimeout }: SuiteTokenOptions): TokenSource {
  return renewedToken({
    kind: 'suite',
    owner: suiteId,
    secret: suiteSecret,
    store,
    storeTimeout,
    endpoint: getSuiteAccessTokenEndpoint,
    fetchToken: async (context, signal) => {
      const params = { suite_id: suiteId, suite_secret: suiteSecret, suite_ticket: await ticket() }
      const { suite_access_token, expires_in } = await context.request(getSuiteAccessTokenEndpoint, params, { signal })
      return { value: suite_access_token, lifetime: expires_in * 1000 }
    },
  })
}
