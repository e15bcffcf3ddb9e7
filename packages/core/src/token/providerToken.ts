import { getProviderAccessTokenEndpoint } from '../endpoints/getProviderAccessToken.ts'
import { renewedToken } from './renewedToken.ts'
import type { TokenSource } from './TokenSource.ts'
import type { StoreOptions } from './TokenStore.ts'

export interface ProviderTokenOptions extends StoreOptions {
  /** Corp id of the provider. */
  readonly corpId: string
  /** The secret of the provider itself, not of an app. */
  readonly secret: string
}

/**
 * Provides tokens of a provider itself, independent of any app.
 *
 * @example
 * const client = createClient({ token: providerToken({ corpId: 'ww1', secret }) })
 */
export function providerToken({ corpId, secret, store, storeTimeout }: ProviderTokenOptions): TokenSource {
  return renewedToken({
    kind: 'provider',
    owner: corpId,
    secret,
    store,
    storeTimeout,
    endpoint: getProviderAccessTokenEndpoint,
    fetchToken: async (context, signal) => {
      const params = { corpid: corpId, provider_secret: secret }
      const { provider_access_token, expires_in } = await context.request(getProviderAccessTokenEndpoint, params, {
        signal,
      })
      return { value: provider_access_token, lifetime: expires_in * 1000 }
    },
  })
}
