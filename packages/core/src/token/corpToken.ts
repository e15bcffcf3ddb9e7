import { getAccessTokenEndpoint } from '../endpoints/getAccessToken.ts'
import { renewedToken } from './renewedToken.ts'
import type { TokenSource } from './TokenSource.ts'
import type { StoreOptions } from './TokenStore.ts'

export interface CorpTokenOptions extends StoreOptions {
  readonly corpId: string
  /**
   * Secret of one app of the corp. For a provider-developed app (代开发应用), pass the permanent code. The SDK never puts
   * the secret into an error message, a client event, or the key of an entry in the token store.
   */
  readonly secret: string
  /**
   * In a web page, `corpToken` writes a warning to the console, because the page gives the secret to all its visitors.
   * `true` turns the warning off. Use `true` for tests with a fake corp, for browser extensions and for desktop
   * programs. Default `false`.
   */
  readonly dangerouslyAllowBrowser?: boolean | undefined
}

let hasWarned = false

/**
 * Creates a source for the tokens of a self-built or provider-developed app (代开发应用):
 * - The source requests a token on first use. Parallel calls share the token.
 * - The source renews the token shortly before the token expires, and when WeCom rejects the token.
 * - If WeCom refuses the secret, the source requests no token for an hour. Calls that need a new token in this hour
 *   fail with the same error, and nothing is sent.
 *
 * Use this source on servers only, because a web page would give the secret to all its visitors. In a web page, use
 * `proxied` instead. If you use `corpToken` in a web page, it writes a warning to the console.
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
