import type { Endpoint, TokenKind } from '../endpoint/Endpoint.ts'
import type { AnyWeComError } from '../errors/isWeComError.ts'
import type { StoreFailureEvent } from '../events/ClientEvent.ts'

/** What makes a request acceptable to the server it goes to. */
export interface Credential {
  readonly query?: Readonly<Record<string, string>> | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
}

/** What a token source may set for a call of its own. */
export interface TokenRequestOptions {
  /** The source of the credential that this call takes. */
  readonly token?: TokenSource | undefined
  /** Aborts the call. */
  readonly signal?: AbortSignal | undefined
}

/** What a client lends to its token source. */
export interface TokenContext {
  readonly baseUrl: string
  /** Of the call that needs the credential. Its abort ends the waiting of this call; others may wait for the same token. */
  readonly signal?: AbortSignal | undefined
  /** Makes a call through the client's own transport and retries. */
  request<Params extends object, Result extends object>(
    endpoint: Endpoint<Params, Result>,
    params: Params,
    options?: TokenRequestOptions,
  ): Promise<Result>
  /** Tells `onEvent` of a token store that failed. */
  reportStoreFailure(operation: StoreFailureEvent['operation'], errorName: string): void
}

/** Where a client has its credentials from: `corpToken`, `staticToken`, `proxied`, or your own. */
export interface TokenSource {
  /** The endpoints that accept these credentials; `any` where the other side adds its own. */
  readonly kind: TokenKind | 'any'
  get(context: TokenContext): Promise<Credential>
  /**
   * Called with a credential that was rejected; `get` is called again afterwards. With `again`, the error, if the new
   * credential was rejected at once: the call ends, and a source may pause. Left out where no other credential can be had.
   */
  drop?(credential: Credential, context: TokenContext, again?: AnyWeComError): Promise<void>
}
