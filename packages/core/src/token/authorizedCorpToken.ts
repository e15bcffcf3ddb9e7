import { getCorpAccessTokenEndpoint } from '../endpoints/getCorpAccessToken.ts'
import { isApiError } from '../errors/isApiError.ts'
import { WeComValidationError } from '../errors/WeComValidationError.ts'
import { checkNumber } from '../settings/checkNumber.ts'
import { corpToken } from './corpToken.ts'
import { renewedToken } from './renewedToken.ts'
import type { SuiteStore } from './SuiteStore.ts'
import type { TokenContext, TokenSource } from './TokenSource.ts'
import type { StoreOptions } from './TokenStore.ts'
import { tryStore } from './tryStore.ts'

interface CorpOptions extends StoreOptions {
  /** Id (corpid) of the corp that authorized the app. */
  readonly corpId: string
  /**
   * Token source of the app's suite, made by `suiteToken()`. A suite is a third-party app, or the template of a
   * provider-developed app (代开发应用). Use the same source for all corps that authorized the app, so that they share one
   * token of the suite.
   */
  readonly suite: TokenSource
}

interface StoredCode {
  /**
   * Store with the permanent codes of the corps that authorized the app. The event handlers that `suiteHandlers()`
   * creates save the codes there.
   */
  readonly suiteStore: SuiteStore
  /** Id of the suite: a third-party app, or the template (`dk…`) of a provider-developed app (代开发应用). */
  readonly suiteId: string
  readonly permanentCode?: undefined
}

interface OwnCode {
  /**
   * Permanent code of the corp for a third-party app, from `getPermanentCode`. For a provider-developed app (代开发应用),
   * use `corpToken` instead and pass the code as the secret.
   */
  readonly permanentCode: string
  readonly suiteStore?: undefined
}

export type AuthorizedCorpTokenOptions = CorpOptions & (StoredCode | OwnCode)

/**
 * Creates a source for the tokens of a provider's app in one corp that authorized the app. Create one source per corp
 * and reuse it. A source with its client and token needs about 5 kB of memory.
 *
 * With the option `suiteStore`, the source reads the permanent code on first use. It reads the code again in these
 * cases:
 * - WeCom rejects a token.
 * - WeCom refuses a request for a token with an errcode such as 40084 (wrong permanent code), 48004 (authorization
 *   withdrawn) or 40001 (wrong secret).
 *
 * So the source notices a withdrawn authorization, a new authorization and a changed code. If the store contains no
 * code, calls fail with a `WeComValidationError`, and nothing is sent.
 *
 * @example
 * const suiteStore = memorySuiteStore()
 * const suite = suiteToken({ suiteId: 'wx1', suiteSecret, suiteStore })
 * const client = createClient({ token: authorizedCorpToken({ corpId: 'ww1', suiteId: 'wx1', suite, suiteStore }) })
 */
export function authorizedCorpToken(options: AuthorizedCorpTokenOptions): TokenSource {
  return options.suiteStore ? followStore(options) : thirdPartyToken(options, options.permanentCode)
}

function followStore(options: CorpOptions & StoredCode): TokenSource {
  const { suiteId, storeTimeout = 2_000 } = options
  checkNumber('corp token: storeTimeout', storeTimeout, 'a positive integer')
  // Each code has a source of its own. So a new code starts without the tokens of the old code, and without the pause
  // after WeCom refused that code.
  const createSource = (code: string): TokenSource =>
    isTemplate(suiteId) ? corpToken({ ...options, secret: code }) : thirdPartyToken(options, code)
  let known: { readonly code: string; readonly source: TokenSource } | undefined
  // WeCom has rejected a token since the last read of the suite store.
  let isDoubtful = false

  const readStore = async (context: TokenContext): Promise<TokenSource> => {
    const found = await tryStore('get', () => readCode(options), storeTimeout, context)
    // If the store fails, a known code still works.
    const code = found ? found.code : known?.code
    isDoubtful = false
    if (code === undefined) {
      known = undefined
      throw missingCode(options, found !== null)
    }
    if (known?.code !== code) known = { code, source: createSource(code) }
    return known.source
  }

  return {
    kind: 'corp',
    get: async (context) => {
      const source = known && !isDoubtful ? known.source : await readStore(context)
      try {
        return await source.get(context)
      } catch (error) {
        if (!isApiError(error)) throw error
        // WeCom refused this code. The store may have another one by now, or none.
        const current = await readStore(context)
        if (current === source) throw error
        return current.get(context)
      }
    },
    drop: async (credential, context, again) => {
      isDoubtful = true
      await known?.source.drop?.(credential, context, again)
    },
  }
}

function thirdPartyToken({ corpId, suite, store, storeTimeout }: CorpOptions, permanentCode: string): TokenSource {
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

async function readCode({
  suiteStore,
  suiteId,
  corpId,
}: CorpOptions & StoredCode): Promise<{ readonly code: string | undefined }> {
  // An object, so that the caller can distinguish a missing code from a failed store.
  return { code: await suiteStore.getPermanentCode(suiteId, corpId) }
}

function isTemplate(suiteId: string): boolean {
  // Apps of a template request their tokens like a self-built app, with the permanent code as the secret.
  return suiteId.startsWith('dk')
}

function missingCode({ corpId, suiteId }: CorpOptions & StoredCode, hasAnswered: boolean): WeComValidationError {
  const message = hasAnswered
    ? `the suite store has no code: corp ${corpId} has not authorized suite ${suiteId}, or has withdrawn it`
    : `the suite store did not return the code of corp ${corpId} for suite ${suiteId}; see the event store-failure`
  return new WeComValidationError(getCorpAccessTokenEndpoint, [{ path: 'permanent_code', message }])
}
