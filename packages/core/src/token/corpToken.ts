import { getAccessTokenEndpoint } from '../endpoints/getAccessToken.ts'
import { renewedToken } from './renewedToken.ts'
import type { TokenSource } from './TokenSource.ts'
import type { StoreOptions } from './TokenStore.ts'

export interface CorpTokenOptions extends StoreOptions {
  readonly corpId: string
  /** The secret of one app; of a provider-developed app its permanent code. It is in no key, no error and no event. */
  readonly secret: string
  /**
   * `true` silences the warning about a secret in a web page: for tests against a fake corp, browser extensions and
   * desktop programs. Default `false`.
   */
  readonly dangerouslyAllowBrowser?: boolean | undefined
}

let hasWarned = false

/**
 * Tokens of a self-built or provider-developed app: fetched when first needed, shared by all parallel calls,
 * renewed shortly before they expire, replaced when WeCom rejects them. A wrong secret is asked for once an hour.
 *
 * For servers: a web page would give the secret to all its visitors. There it warns once; use `proxied`.
 *
 * @example
 * const client = createClient({ token: corpToken({ corpId: 'ww1', secret }) })
 */
export function corpToken(options: CorpTokenOptions): TokenSource {
  const { corpId, secret, store, storeTimeout, dangerouslyAllowBrowser } = options
  if (!hasWarned && !dangerouslyAllowBrowser && 'document' in globalThis) {
    hasWarned = true
    console.warn('corpToken: this page gives the secret to all its visitors. Use proxied() and @wecom/proxy instead.')
  }
  return renewedToken({
    kind: 'corp',
    owner: corpId,
    secret,
    store,
    storeTimeout,
    endpoint: getAccessTokenEndpoint,
    fetchToken: async (context, signal) => {
      const params = { corpid: corpId, corpsecret: secret }
      const { access_token, expires_in } = await context.request(getAccessTokenEndpoint, params, { signal })
      return { value: access_token, lifetime: expires_in * 1000 }
    },
  })
}
