import type { AnyEndpoint, Download, Endpoint } from '@wecom/core'
import type { App } from '../tenant/apps.ts'
import type { Provider, Suite } from '../tenant/provider.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import type { OlderPath } from './olderPath.ts'
import type { SentFile } from './SentFile.ts'

/** Who calls an endpoint that takes no token. */
export interface OpenCall {
  readonly ip: string
  /** The part of a file that is asked for, as the header says it. */
  readonly range?: string | undefined
  /** Milliseconds, real ones, until the reply leaves. */
  readonly delayMs: number
}

/** Who calls. */
export interface Call extends OpenCall {
  /** The app that the token was given to. */
  readonly app: App
}

/** A suite that calls, with a token of its own. */
export interface SuiteCall extends OpenCall {
  readonly suite: Suite
}

/** The provider that calls, with a token of its own. */
export interface ProviderCall extends OpenCall {
  readonly provider: Provider
}

/** What an endpoint does: gives its result, or throws a `Refusal` before it has changed anything. */
export type Answer<Params extends object, Result extends object, Caller extends OpenCall> = (
  tenant: Tenant,
  params: Params,
  call: Caller,
) => Result

/**
 * Errcodes by field; of a field inside a field, or inside the items of a list, by its path: `tag.name`. Of the items of a
 * list themselves: `word_list[]`.
 */
export type FieldErrcodes<Params extends object> = {
  readonly [
    Path in (keyof Params & string) | `${keyof Params & string}.${string}` | `${keyof Params & string}[]${string}`
  ]?: number
}

/** What the endpoint value does not say. */
export interface ServeOptions<Params extends object, Result extends object> {
  /** Fields with an errcode of their own for being left out or empty, in the order in which they are looked at. */
  readonly missing?: FieldErrcodes<Params> | undefined
  /** Fields with an errcode of their own for a value that is not allowed. All others, and any wrong type: 40058. */
  readonly invalid?: FieldErrcodes<Params> | undefined
  /**
   * Refuses what has an errcode of its own that the schema does not tell from other faults. Comes before the schema, so it
   * sees what was sent as it is; what is of a wrong type it leaves to the schema.
   */
  readonly precheck?: ((sent: Readonly<Record<string, unknown>>) => void) | undefined
  /** Parameters of the query that are numbers. */
  readonly numbers?: readonly (keyof Params & string)[] | undefined
  /** Where the endpoint answers, too. */
  readonly olderPath?: OlderPath | undefined
  /** Whether it converts ids of customers itself, so that it sees what a provider's app sends as it is. */
  readonly convertsIds?: boolean | undefined
  /** What a successful answer begins with. Default: errcode 0 and errmsg ok. */
  readonly success?: { readonly errcode?: number; readonly errmsg?: string } | undefined
  /** What a failed answer still carries. */
  readonly empty?: Partial<Result> | undefined
}

/** An endpoint with its answer. Its types are checked where it is made, by `serve` or one of its sisters. */
export type Served = ServedByToken | ServedToSuites | ServedToProviders | ServedToAll

interface ServedTo<Caller extends OpenCall> {
  readonly endpoint: AnyEndpoint
  readonly missing: ReadonlyMap<string, number>
  readonly invalid: ReadonlyMap<string, number>
  readonly numbers: readonly string[]
  readonly olderPath: OlderPath | undefined
  readonly convertsIds: boolean
  readonly success: object
  readonly empty: object
  readonly precheck: (sent: Readonly<Record<string, unknown>>) => void
  /** Why the answer is a refusal, whoever asks. */
  readonly notServed?: string
  answer(tenant: Tenant, params: object, call: Caller): object
}

export interface ServedByToken extends ServedTo<Call> {
  readonly access: 'token'
  /** Whether only apps with the customer-contact permission may call. */
  readonly customerContact: boolean
  /** Whether the corp's own 客户联系 application may call, too. Default true. */
  readonly systemApp?: boolean
}

export interface ServedToSuites extends ServedTo<SuiteCall> {
  readonly access: 'suite'
}

export interface ServedToProviders extends ServedTo<ProviderCall> {
  readonly access: 'provider'
}

export interface ServedToAll extends ServedTo<OpenCall> {
  readonly access: 'open'
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
  return { ...toServed(endpoint, answer, options), access: 'token', customerContact }
}

/** Serves an endpoint that sends a file, to any app with a token. See `serve`. */
export function serveFile<Params extends object>(
  endpoint: Endpoint<Params, Download>,
  answer: (tenant: Tenant, params: Params, call: Call) => SentFile,
  options: ServeOptions<Params, object> = {},
): Served {
  return { ...toServed(endpoint, answer, options), access: 'token', customerContact: false }
}

/** Serves an endpoint to suites. See `serve`. */
export function serveSuite<Params extends object, Result extends object>(
  endpoint: Endpoint<Params, Result>,
  answer: Answer<Params, Result, SuiteCall>,
  options: ServeOptions<Params, Result> = {},
): Served {
  return { ...toServed(endpoint, answer, options), access: 'suite' }
}

/** Serves an endpoint to the provider. See `serve`. */
export function serveProvider<Params extends object, Result extends object>(
  endpoint: Endpoint<Params, Result>,
  answer: Answer<Params, Result, ProviderCall>,
  options: ServeOptions<Params, Result> = {},
): Served {
  return { ...toServed(endpoint, answer, options), access: 'provider' }
}

/** Serves an endpoint that takes no token. See `serve`. */
export function serveOpen<Params extends object, Result extends object>(
  endpoint: Endpoint<Params, Result>,
  answer: Answer<Params, Result, OpenCall>,
  options: ServeOptions<Params, Result> = {},
): Served {
  return { ...toServed(endpoint, answer, options), access: 'open' }
}

/** What is alike for all callers. */
function toServed<Params extends object, Result extends object, Caller extends OpenCall>(
  endpoint: AnyEndpoint,
  answer: (tenant: Tenant, params: Params, call: Caller) => object,
  options: ServeOptions<Params, Result>,
): ServedTo<Caller> {
  const { missing = {}, invalid = {}, precheck = () => undefined, numbers = [], empty = {} } = options
  const { success = { errcode: 0, errmsg: 'ok' }, olderPath, convertsIds = false } = options
  return {
    endpoint,
    missing: toMap(missing),
    invalid: toMap(invalid),
    precheck,
    numbers,
    olderPath,
    convertsIds,
    success,
    empty,
    // They come from the schema of the endpoint.
    answer: (tenant, params, call) => answer(tenant, params as Params, call),
  }
}

function toMap(errcodes: object): ReadonlyMap<string, number> {
  return new Map(Object.entries(errcodes))
}
