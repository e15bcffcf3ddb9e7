import type { Endpoint, TokenKind } from '../endpoint/Endpoint.ts'
import type { AnyWeComError } from '../errors/isWeComError.ts'
import type { StoreFailureEvent } from '../events/ClientEvent.ts'

/** Query parameters and headers that authenticate a request, e.g. `access_token`. */
export interface Credential {
  readonly query?: Readonly<Record<string, string>> | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
}

/** Options of a call by which a token source requests a token. */
export interface TokenRequestOptions {
  /** Token source for the call that requests the token. Default: this call is sent without a token. */
  readonly token?: TokenSource | undefined
  /** Signal that aborts the request for a token. */
  readonly signal?: AbortSignal | undefined
}

/** Functions and settings of a client that its token source may use. */
export interface TokenContext {
  readonly baseUrl: string
  /**
   * Signal of the call that needs the credential. When it aborts, the token source must stop waiting for this call
   * only, because other calls may wait for the same token.
   */
  readonly signal?: AbortSignal | undefined
  /** Makes a call over the transport of the client. Failed attempts are repeated as in other calls. */
  request<Params extends object, Result extends object>(
    endpoint: Endpoint<Params, Result>,
    params: Params,
    options?: TokenRequestOptions,
  ): Promise<Result>
  /** Reports a failure of the token store to `onEvent`. The client adds the fields that all events of a call share. */
  emit(event: Omit<StoreFailureEvent, 'endpoint' | 'callId'>): void
}

/** Source of the credentials of a client: `corpToken`, `staticToken`, `proxied`, or a source of your own. */
export interface TokenSource {
  /**
   * Kind of the tokens that this source provides. `any` means that the server at `baseUrl` adds the token, e.g. a
   * proxy.
   */
  readonly kind: TokenKind | 'any'
  get(context: TokenContext): Promise<Credential>
  /**
   * Tells the source that WeCom rejected a credential. The client then calls `get` again to get a new credential.
   *
   * If WeCom rejects the new credential as well, the call fails. The client then calls `drop` with the error as
   * `again`. The source may now refuse to provide tokens for a while.
   *
   * Omit this function if the source has only one credential.
   */
  drop?(credential: Credential, context: TokenContext, again?: AnyWeComError): Promise<void>
}
