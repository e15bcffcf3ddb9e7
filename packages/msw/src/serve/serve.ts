import type { AnyEndpoint, Endpoint } from '@wecom/core'
import type { App } from '../tenant/apps.ts'
import type { Tenant } from '../tenant/Tenant.ts'

/** Who calls an endpoint that takes no token. */
export interface OpenCall {
  readonly ip: string
}

/** Who calls. */
export interface Call extends OpenCall {
  /** The app that the token was given to. */
  readonly app: App
}

/** What an endpoint does: gives its result, or throws a `Refusal` before it has changed anything. */
export type Answer<Params extends object, Result extends object, Caller extends OpenCall> = (
  tenant: Tenant,
  params: Params,
  call: Caller,
) => Result

/** What the endpoint value does not say. */
export interface ServeOptions<Params extends object, Result extends object> {
  /** Fields with an errcode of their own for being left out or empty, in the order in which they are looked at. */
  readonly missing?: { readonly [Field in keyof Params]?: number } | undefined
  /** Fields with an errcode of their own for holding something wrong. All others: 40058. */
  readonly invalid?: { readonly [Field in keyof Params]?: number } | undefined
  /** What a failed answer still carries. */
  readonly empty?: Partial<Result> | undefined
}

/** An endpoint with its answer. Its types are checked where it is made, by `serve` or `serveOpen`. */
export type Served = ServedByToken | ServedToAll

interface ServedBase {
  readonly endpoint: AnyEndpoint
  readonly missing: ReadonlyMap<string, number>
  readonly invalid: ReadonlyMap<string, number>
  readonly empty: object
}

export interface ServedByToken extends ServedBase {
  readonly access: 'token'
  /** Whether only apps with the customer-contact permission may call. */
  readonly customerContact: boolean
  answer(tenant: Tenant, params: object, call: Call): object
}

export interface ServedToAll extends ServedBase {
  readonly access: 'open'
  answer(tenant: Tenant, params: object, call: OpenCall): object
}

/**
 * Serves an endpoint to apps with a token.
 *
 * @param endpoint - gives method, path, parameters and the types of both sides.
 * @param answer - what the endpoint does.
 * @param options - {@link ServeOptions}; with `customerContact: false` the app needs no customer-contact permission.
 *
 * @example
 * export const listContactIdsServed: Served = serve(
 *   listContactIdsEndpoint,
 *   (tenant, { userid }) => ({ external_userid: tenant.follows.ofMember(userid).map((follow) => follow.external_userid) }),
 *   { missing: { userid: 41009 }, empty: { external_userid: [] } },
 * )
 */
export function serve<Params extends object, Result extends object>(
  endpoint: Endpoint<Params, Result>,
  answer: Answer<Params, Result, Call>,
  { customerContact = true, ...options }: ServeOptions<Params, Result> & { readonly customerContact?: boolean } = {},
): Served {
  return {
    ...toBase(endpoint, options),
    access: 'token',
    customerContact,
    answer: (tenant, params, call) => answer(tenant, params as Params, call),
  }
}

/** Serves an endpoint that takes no token. See `serve`. */
export function serveOpen<Params extends object, Result extends object>(
  endpoint: Endpoint<Params, Result>,
  answer: Answer<Params, Result, OpenCall>,
  options: ServeOptions<Params, Result> = {},
): Served {
  return {
    ...toBase(endpoint, options),
    access: 'open',
    answer: (tenant, params, call) => answer(tenant, params as Params, call),
  }
}

function toBase<Params extends object, Result extends object>(
  endpoint: Endpoint<Params, Result>,
  { missing = {}, invalid = {}, empty = {} }: ServeOptions<Params, Result>,
): ServedBase {
  return {
    endpoint,
    missing: toMap(missing),
    invalid: toMap(invalid),
    empty,
  }
}

function toMap(errcodes: object): ReadonlyMap<string, number> {
  return new Map(Object.entries(errcodes))
}
