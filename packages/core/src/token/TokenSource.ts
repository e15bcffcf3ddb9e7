import type { Endpoint, TokenKind } from '../endpoint/Endpoint.ts'
import type { AnyWeComError } from '../errors/isWeComError.ts'
import type { StoreFailureEvent } from '../events/ClientEvent.ts'

/** Query parameters and headers that authenticate a request, e.g. `access_token`. */
export interface Credential {
  readonly query?: Readonly<Record<string, string>> | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
}

/** Options of a call that a token source makes to request a token. */
export interface TokenRequestOptions {
  /**
   * Token source whose token the client sends with the call. For example, a call that requests a token for a
   * third-party app sends the token of the suite. Default: the client sends no token.
   */
  readonly token?: TokenSource | undefined
  /** Signal that aborts the request for a token. */
  readonly signal?: AbortSignal | undefined
}

/** Functions and settings of a client that its token source may use. */
export interface TokenContext {
  readonly baseUrl: string
  /**
   * Signal of the call that needs the credential. When the signal aborts, this call must stop waiting for the token.
   * Other calls that wait for the same token must continue to wait.
   */
  readonly signal?: AbortSignal | undefined
  /**
   * Calls an endpoint, e.g. to request a token. The request uses the transport and the retry settings of the client.
   */
  request<Params extends object, Result extends object>(
    endpoint: Endpoint<Params, Result>,
    params: Params,
    options?: TokenRequestOptions,
  ): Promise<Result>
  /** Reports a failure of the token store to `onEvent`. The client adds the fields that all events of a call share. */
  emit(event: Omit<StoreFailureEvent, 'endpoint' | 'callId'>): void
}

/**
 * Object that provides the credentials for the calls of a client. Functions such as `corpToken()`, `staticToken()` and
 * `proxied()` create token sources. You can also write your own.
 */
export interface TokenSource {
  /**
   * Kind of the tokens that this source provides. `any` means that the server at `baseUrl` adds the token, e.g. a
   * proxy.
   */
  readonly kind: TokenKind | 'any'
  /** Returns the credential for one attempt. The client calls this function before each attempt of a call. */
  get(context: TokenContext): Promise<Credential>
  /**
   * Returns the credential if the source can do so at once, or else undefined. The client calls this function after a
   * call has waited for its limiter, because the credential from `get` may have expired during the wait. Omit this
   * function if the credentials of the source do not expire.
   */
  peek?(context: TokenContext): Credential | undefined
  /**
   * Tells the source that WeCom rejected a credential. The client then calls `get` again to get a new credential.
   *
   * If WeCom rejects the new credential as well, the call fails. The client then calls `drop` a second time, and passes
   * the error of the call as `again`. After that, the source may refuse to provide tokens for a while.
   *
   * Omit this function if the source has only one credential.
   */
  drop?(credential: Credential, context: TokenContext, again?: AnyWeComError): Promise<void>
}
