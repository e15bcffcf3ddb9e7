import { getCorpAccessTokenEndpoint } from '../endpoints/getCorpAccessToken.ts'
import { renewedToken } from './renewedToken.ts'
import type { TokenSource } from './TokenSource.ts'
import type { StoreOptions } from './TokenStore.ts'

export interface AuthorizedCorpTokenOptions extends StoreOptions {
  /** The corp that authorized the app. */
  readonly corpId: string
  /** From `getPermanentCode`. */
  readonly permanentCode: string
  /** The third-party app: a `suiteToken`, one for all its corps. */
  readonly suite: TokenSource
}

/**
 * Tokens of a third-party app in one corp that authorized it. For provider-developed apps use `corpToken`
 * with the permanent code as secret.
 *
 * @example
 * const client = createClient({ token: authorizedCorpToken({ corpId: 'ww1', permanentCode, suite }) })
 */
export function authorizedCorpToken({
  corpId,
  permanentCode,
  suite,
  store,
  storeTimeout,
}: AuthorizedCorpTokenOptions): TokenSource {
  return renewedToken({
    kind: 'corp',
    owner: corpId,
    secret: permanentCode,
    store,
    storeTimeout,
    endpoint: getCorpAccessTokenEndpoint,
    fetchToken: async (context, signal) => {
      const params = { auth_corpid: corpId, permanent_code: permanentCode }
      const { access_token, expires_in } = await context.request(getCorpAccessTokenEndpoint, params, {
        token: suite,
        signal,
      })
      return { value: access_token, lifetime: expires_in * 1000 }
    },
  })
}
