import { getProviderAccessTokenEndpoint } from '../endpoints/getProviderAccessToken.ts'
import { renewedToken } from './renewedToken.ts'
import type { TokenSource } from './TokenSource.ts'
import type { StoreOptions } from './TokenStore.ts'

export interface ProviderTokenOptions extends StoreOptions {
  /** Corp id of the service provider (服务商) whose tokens the source requests. */
  readonly corpId: string
  /** Secret of this service provider, from the provider console. The secret of an app does not work. */
  readonly secret: string
}

/**
 * Creates a source for the tokens of a service provider (服务商). These tokens belong to no app.
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
