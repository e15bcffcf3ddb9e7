import { getAccessTokenEndpoint } from '../endpoints/getAccessToken.ts'
import { renewedToken } from './renewedToken.ts'
import type { TokenSource } from './TokenSource.ts'
import type { StoreOptions } from './TokenStore.ts'

export interface CorpTokenOptions extends StoreOptions {
  readonly corpId: string
  /** The secret of one app; for a provider-developed app its permanent code. No key, error or event holds it. */
  readonly secret: string
  /**
   * `true` silences the warning about a secret in a web page, for tests with a fake corp, browser extensions and
   * desktop programs. Default `false`.
   */
  readonly dangerouslyAllowBrowser?: boolean | undefined
}

let hasWarned = false

/**
 * Provides tokens of a self-built or provider-developed app. It requests a token on first use, shares it between
 * parallel calls, renews it shortly before it expires, and replaces it when WeCom rejects it. It sends a wrong secret
 * at most once an hour.
 *
 * For servers only: a web page would give the secret to all its visitors. In a page it warns once; use `proxied` there.
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
