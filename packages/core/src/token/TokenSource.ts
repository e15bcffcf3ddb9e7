import type { Endpoint, TokenKind } from '../endpoint/Endpoint.ts'
import type { AnyWeComError } from '../errors/isWeComError.ts'
import type { StoreFailureEvent } from '../events/ClientEvent.ts'

/** The query parameters and headers that authenticate a request. */
export interface Credential {
  readonly query?: Readonly<Record<string, string>> | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
}

/** Options of a call that a token source makes to get a token. */
export interface TokenRequestOptions {
  /** The token source for this call. Default: the call has no token. */
  readonly token?: TokenSource | undefined
  /** Signal that aborts the call. */
  readonly signal?: AbortSignal | undefined
}

/** The parts of a client that its token source may use. */
export interface TokenContext {
  readonly baseUrl: string
  /**
   * The signal of the call that needs the credential. If it aborts, only this call stops waiting, because other calls
   * may wait for the same token.
   */
  readonly signal?: AbortSignal | undefined
  /** Makes a call through the transport of the client, with its retries. */
  request<Params extends object, Result extends object>(
    endpoint: Endpoint<Params, Result>,
    params: Params,
    options?: TokenRequestOptions,
  ): Promise<Result>
  /** Reports a failure of the token store to `onEvent`. The client adds the fields that all events of a call share. */
  emit(event: Omit<StoreFailureEvent, 'endpoint' | 'callId'>): void
}

/** Provides the credentials of a client: `corpToken`, `staticToken`, `proxied`, or a source of your own. */
export interface TokenSource {
  /** The kind of token that the source provides. `any` if the server behind `baseUrl` adds a token of its own. */
  readonly kind: TokenKind | 'any'
  get(context: TokenContext): Promise<Credential>
  /**
   * Tells the source that WeCom rejected a credential. The client then calls `get` again. If WeCom rejects the new
   * credential as well, the client calls `drop` with the error as `again`, and the call fails. The source may then
   * refuse further tokens for a while. Omit this function if there is no other credential.
   */
  drop?(credential: Credential, context: TokenContext, again?: AnyWeComError): Promise<void>
}
