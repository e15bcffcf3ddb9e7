import type { Endpoint, PagedEndpoint, Pagination } from './Endpoint.ts'

/** The argument of `defineEndpoint`. If `token` is omitted, the endpoint requires a `corp` token. */
export type EndpointDefinition<Params extends object, Result extends object> = Omit<
  Endpoint<Params, Result>,
  'token' | 'query' | 'pagination'
> & {
  readonly token?: Endpoint<Params, Result>['token'] | undefined
  readonly query?: readonly (keyof Params & string)[] | undefined
}

/**
 * Describes how an endpoint returns its pages, as `Pagination` does. The compiler also checks that the parameters and
 * the result contain the named fields.
 */
export type PaginationDefinition<
  Params extends object,
  Result extends object,
  Items extends keyof Result & string,
> = Pagination & {
  readonly in: keyof Params & string
  readonly out?: (keyof Result & string) | undefined
  readonly total?: (keyof Result & string) | undefined
  readonly last?: (keyof Result & string) | undefined
  readonly items: Items
}

/**
 * Defines one call of the API. Use this function for calls that the SDK lacks. Pass the endpoint to `client.request`,
 * which treats it like the endpoints of the SDK.
 *
 * @param definition - method, path, effect and the two schemas. If you set `pagination`, pass the endpoint to
 *   `requestPaged` instead of `client.request`.
 * @returns the endpoint. Keep it in a constant beside the function that makes the call.
 */
export function defineEndpoint<Params extends object, Result extends object, Items extends keyof Result & string>(
  definition: EndpointDefinition<Params, Result> & {
    readonly pagination: PaginationDefinition<Params, Result, Items>
  },
): PagedEndpoint<Params, Result, Items>
export function defineEndpoint<Params extends object, Result extends object>(
  definition: EndpointDefinition<Params, Result>,
): Endpoint<Params, Result>
export function defineEndpoint<Params extends object, Result extends object>(
  definition: EndpointDefinition<Params, Result>,
): Endpoint<Params, Result> {
  return { token: 'corp', ...definition } as Endpoint<Params, Result>
}
