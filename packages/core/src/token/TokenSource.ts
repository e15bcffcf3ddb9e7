import type { Endpoint, TokenKind } from '../endpoint/Endpoint.ts'
import type { StoreFailureEvent } from '../events/ClientEvent.ts'

/** What makes a request acceptable to the server it goes to. */
export interface Credential {
  readonly query?: Readonly<Record<string, string>> | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
}

/** What a client lends to its token source. */
export interface TokenContext {
  readonly baseUrl: string
  /** Makes a call through the client's own transport and retries: without a credential, or with one of another source. */
  request<Params extends object, Result extends object>(
    endpoint: Endpoint<Params, Result>,
    params: Params,
    token?: TokenSource,
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
   * Called with a credential that was rejected; `get` is called again afterwards.
   * Left out where no other credential can be had.
   */
  drop?(credential: Credential, context: TokenContext): Promise<void>
}
