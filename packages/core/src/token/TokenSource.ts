import type { Endpoint, TokenKind } from '../endpoint/Endpoint.ts'
import type { AnyWeComError } from '../errors/isWeComError.ts'
import type { StoreFailureEvent } from '../events/ClientEvent.ts'

/** The query parameters and headers that authenticate a request. */
export interface Credential {
  readonly query?: Readonly<Record<string, string>> | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
}

/** Options of a call that a token source makes. */
export interface TokenRequestOptions {
  /** The source of the credential for this call. */
  readonly token?: TokenSource | undefined
  /** Aborts the call. */
  readonly signal?: AbortSignal | undefined
}

/** The parts of a client that its token source may use. */
export interface TokenContext {
  readonly baseUrl: string
  /**
   * The signal of the call that needs the credential. Its abort ends only the wait of this call; others may wait for
   * the same token.
   */
  readonly signal?: AbortSignal | undefined
  /** Makes a call through the client's own transport and retries. */
  request<Params extends object, Result extends object>(
    endpoint: Endpoint<Params, Result>,
    params: Params,
    options?: TokenRequestOptions,
  ): Promise<Result>
  /** Reports a failure of the token store to `onEvent`. */
  reportStoreFailure(operation: StoreFailureEvent['operation'], errorName: string): void
}

/** Gives a client its credentials: `corpToken`, `staticToken`, `proxied`, or your own. */
export interface TokenSource {
  /** The kind of token; `any` if the server adds its own. */
  readonly kind: TokenKind | 'any'
  get(context: TokenContext): Promise<Credential>
  /**
   * Called with a rejected credential; the client then calls `get` again. If WeCom rejects the new one as well, it is
   * called with the error as `again`: the call fails, and the source may pause. Leave it out if there is no other
   * credential.
   */
  drop?(credential: Credential, context: TokenContext, again?: AnyWeComError): Promise<void>
}
