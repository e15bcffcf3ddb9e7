import { getAccessTokenEndpoint } from '../endpoints/getAccessToken.ts'
import { renewedToken } from './renewedToken.ts'
import type { TokenSource } from './TokenSource.ts'
import type { TokenStore } from './TokenStore.ts'

export interface CorpTokenOptions {
  readonly corpId: string
  /** The secret of one app; of a provider-developed app its permanent code. It is in no key, no error and no event. */
  readonly secret: string
  /** Where tokens are kept; in memory unless told. Share one between processes, so that they share the token. */
  readonly store?: TokenStore | undefined
}

/**
 * Tokens of a self-built or provider-developed app: fetched when first needed, shared by all parallel calls,
 * renewed shortly before they expire, replaced when WeCom rejects them. A wrong secret is asked for once an hour.
 *
 * @example
 * const client = createClient({ token: corpToken({ corpId: 'ww1', secret }) })
 */
export function corpToken({ corpId, secret, store }: CorpTokenOptions): TokenSource {
  return renewedToken({
    kind: 'corp',
    owner: corpId,
    secret,
    store,
    fetchToken: async (context) => {
      const params = { corpid: corpId, corpsecret: secret }
      const { access_token, expires_in } = await context.request(getAccessTokenEndpoint, params)
      return { value: access_token, lifetime: expires_in * 1000 }
    },
  })
}
