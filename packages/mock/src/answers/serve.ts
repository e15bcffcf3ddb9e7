import type { AnyEndpoint, Download, Endpoint } from '@wecom/core'
import { Refusal } from '../base/Refusal.ts'
import type { Corp } from '../state/Corp.ts'
import type { IdKind } from '../state/appIds.ts'
import type { App } from '../state/members.ts'
import type { Provider, Suite } from '../state/provider.ts'

/** Facts about a call to an endpoint that needs no token. */
export interface OpenCall {
  readonly ip: string
  /** Value of the header Range in the request. Undefined if the request has no such header. */
  readonly range?: string | undefined
  /**
   * How long the fake corp delays the answer, in milliseconds of real time. 0 if no fault delays this call (see
   * `Faults`).
   */
  readonly delayMs: number
}

/** Facts about a call that contains the token of an app. */
export interface Call extends OpenCall {
  /** App that sent the call. The fake corp knows it by the token of the call. */
  readonly app: App
}

/** Facts about a call that contains the token of a suite. */
export interface SuiteCall extends OpenCall {
  readonly suite: Suite
}

/** Facts about a call that contains the token of the service provider (服务商). */
export interface ProviderCall extends OpenCall {
  readonly provider: Provider
}

/** Function that returns the result of a call. To refuse the call, it throws a `Refusal` before it changes any data. */
type Answer<Params extends object, Result extends object, Caller extends OpenCall> = (
  corp: Corp,
  params: Params,
  call: Caller,
) => Result

/**
 * Errcodes for wrong fields of the parameters. A key has one of these forms:
 * - `name` for a field
 * - `tag.name` for a field of an object, or of the objects in a list
 * - `word_list[]` for an item of a list
 * - the empty text for a rule about several fields
 */
type FieldErrcodes<Params extends object> = {
  readonly [
    Path in '' | (keyof Params & string) | `${keyof Params & string}.${string}` | `${keyof Params & string}[]${string}`
  ]?: number
}

/**
 * How the fake corp serves an endpoint: facts that the SDK's description of the endpoint (`Endpoint`) does not contain.
 */
interface ServeOptions<Params extends object, Result extends object> {
  /** Errcodes for fields that are missing or empty. The fake corp checks the fields in the order of this object. */
  readonly missing?: FieldErrcodes<Params> | undefined
  /**
   * Errcodes for fields with a value that is not allowed. A field that is not in this object has the errcode 40058. A
   * value of a wrong type always has the errcode 40058.
   */
  readonly invalid?: FieldErrcodes<Params> | undefined
  /**
   * Throws a `Refusal` if the parameters contain an error for which WeCom has a specific errcode. The fake corp calls
   * this function before it checks the parameters against the schema. So the function must ignore values of a wrong
   * type.
   */
  readonly precheck?: ((sent: Readonly<Record<string, unknown>>) => void) | undefined
  /**
   * Converts parameters of an undocumented form into the documented form. The fake corp calls it before it checks the
   * parameters.
   */
  readonly toDocumented?: ((sent: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>) | undefined
  /** A second path at which WeCom also serves the endpoint. */
  readonly olderPath?: OlderPath | undefined
  /**
   * Kind of ids that the answer function converts itself. A provider's app may receive and send other ids than the
   * corp's own apps. For all other kinds, the fake corp converts the ids in the parameters to the corp's ids, and the
   * ids in the answer back.
   */
  readonly convertsIds?: IdKind | undefined
  /** Fields at the beginning of a successful answer. Default: errcode 0 and errmsg `ok`. */
  readonly success?: { readonly errcode?: number; readonly errmsg?: string } | undefined
  /** Fields that every answer contains, even if the call fails. */
  readonly empty?: Partial<Result> | undefined
}

/**
 * An endpoint that the fake corp serves, with the function that answers its calls. Create it by `serve` or a similar
 * function of this file. These functions check that the types of the endpoint and the function match.
 */
export interface Served {
  readonly endpoint: AnyEndpoint
  /**
   * Kind of token that a call needs: `token` the token of an app, `suite` the token of a suite, `provider` the token of
   * the service provider, `open` no token.
   */
  readonly access: 'token' | 'suite' | 'provider' | 'open'
  /** Whether an app needs the permission for customer contact (客户联系) to call the endpoint. */
  readonly customerContact: boolean
  /** Whether the system app 客户联系 may call the endpoint. */
  readonly systemApp: boolean
  readonly missing: ReadonlyMap<string, number>
  readonly invalid: ReadonlyMap<string, number>
  readonly toDocumented: (sent: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>
  readonly olderPath: OlderPath | undefined
  readonly convertsIds: IdKind | undefined
  readonly success: object
  readonly empty: object
  readonly precheck: (sent: Readonly<Record<string, unknown>>) => void
  /** Reason why the fake corp refuses every call to the endpoint. Missing if the fake corp serves the endpoint. */
  readonly notServed?: string
  answer(corp: Corp, params: object, caller: OpenCall): object
}

/**
 * Serves an endpoint to apps. A call needs the token of an app.
 *
 * @param endpoint - method, path, parameters and types.
 * @param answer - returns the result, or throws a `Refusal`.
 * @param options - {@link ServeOptions}. With `customerContact: false` the app does not need the permission for
 *   customer contact.
 *
 * @example
 * export const listContactIdsServed: Served = serve(
 *   listContactIdsEndpoint,
 *   (corp, { userid }) => ({ external_userid: corp.follows.ofMember(userid).map((follow) => follow.external_userid) }),
 *   { missing: { userid: 41009 }, empty: { external_userid: [] } },
 * )
 */
export function serve<Params extends object, Result extends object>(
  endpoint: Endpoint<Params, Result>,
  answer: Answer<Params, Result, Call>,
  { customerContact = true, ...options }: ServeOptions<Params, Result> & { readonly customerContact?: boolean } = {},
): Served {
  return { ...toServed(endpoint, answer, options), customerContact }
}

/** Serves an endpoint that returns a file. A call needs the token of an app. For the parameters see `serve`. */
export function serveFile<Params extends object>(
  endpoint: Endpoint<Params, Download>,
  answer: (corp: Corp, params: Params, call: Call) => SentFile,
  options: ServeOptions<Params, object> = {},
): Served {
  return toServed(endpoint, answer, options)
}

/**
 * Serves an endpoint to suites (third-party apps, 第三方应用). A call needs the token of a suite. For the parameters see
 * `serve`.
 */
export function serveSuite<Params extends object, Result extends object>(
  endpoint: Endpoint<Params, Result>,
  answer: Answer<Params, Result, SuiteCall>,
  options: ServeOptions<Params, Result> = {},
): Served {
  return { ...toServed(endpoint, answer, options), access: 'suite' }
}

/**
 * Serves an endpoint to the service provider (服务商). A call needs the token of the provider. For the parameters see
 * `serve`.
 */
export function serveProvider<Params extends object, Result extends object>(
  endpoint: Endpoint<Params, Result>,
  answer: Answer<Params, Result, ProviderCall>,
  options: ServeOptions<Params, Result> = {},
): Served {
  return { ...toServed(endpoint, answer, options), access: 'provider' }
}

/** Serves an endpoint whose calls need no token. For the parameters see `serve`. */
export function serveOpen<Params extends object, Result extends object>(
  endpoint: Endpoint<Params, Result>,
  answer: Answer<Params, Result, OpenCall>,
  options: ServeOptions<Params, Result> = {},
): Served {
  return { ...toServed(endpoint, answer, options), access: 'open' }
}

/**
 * Creates a served endpoint whose calls need the token of an app. `serve` and the other functions of this file change
 * this default.
 */
function toServed<Params extends object, Result extends object>(
  endpoint: AnyEndpoint,
  answer: (corp: Corp, params: Params, caller: never) => object,
  options: ServeOptions<Params, Result>,
): Served {
  const { missing = {}, invalid = {}, precheck = () => undefined, empty = {}, toDocumented = (sent) => sent } = options
  const { success = { errcode: 0, errmsg: 'ok' }, olderPath, convertsIds } = options
  return {
    endpoint,
    access: 'token',
    customerContact: false,
    systemApp: true,
    missing: toMap(missing),
    invalid: toMap(invalid),
    precheck,
    toDocumented,
    olderPath,
    convertsIds,
    success,
    empty,
    // The casts are safe, because the schema has checked the parameters, and `access` determines the kind of caller.
    answer: (corp, params, caller) => answer(corp, params as Params, caller as never),
  }
}

function toMap(errcodes: object): ReadonlyMap<string, number> {
  return new Map(Object.entries(errcodes))
}

/**
 * Creates a served endpoint that refuses every call with 48002 (api forbidden) and a reason. Clients do not retry after
 * 48002.
 */
export function notServed<Params extends object, Result extends object>(
  endpoint: Endpoint<Params, Result>,
  why: string,
  options: ServeOptions<Params, Result> = {},
): Served {
  const served = serve(
    endpoint,
    () => {
      throw new Refusal(48002, `the fake corp does not support ${endpoint.name}: ${why}`)
    },
    options,
  )
  return { ...served, notServed: why }
}

/** A former path of an endpoint. WeCom still serves the endpoint at this path. */
interface OlderPath {
  readonly path: string
  /** Older names of fields in answers at the former path, by their current names. */
  readonly names?: Readonly<Record<string, string>>
}

/** Returns a copy of an answer in which fields have the names that they have at a former path. */
export function withOlderNames(answer: object, { names = {} }: OlderPath): object {
  return Object.fromEntries(Object.entries(answer).map(([name, value]) => [names[name] ?? name, value]))
}

/** Answer of an endpoint that returns a file instead of JSON. */
export class SentFile {
  /** HTTP status: 200 for the whole file, 206 for a part of it, 416 for a part outside of the file. */
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer>

  constructor(status: number, headers: Readonly<Record<string, string>>, body: Uint8Array<ArrayBuffer>) {
    this.status = status
    this.headers = { ...headers, 'content-length': String(body.length) }
    this.body = body
  }
}

/**
 * A file that a caller uploaded in a form. Its field `content` can be read synchronously, which is not possible with
 * other `File` objects.
 */
export class UploadedFile extends File {
  readonly content: Uint8Array<ArrayBuffer>
  /**
   * Size of the file in bytes, as the form states it in the field `filelength`. Undefined if the form does not state
   * it.
   */
  readonly statedSize: number | undefined

  constructor(content: Uint8Array<ArrayBuffer>, name: string, type: string, statedSize?: number) {
    super([content], name, { type })
    this.content = content
    this.statedSize = statedSize
  }
}

/**
 * Errcode whose errmsg contains no hint (trace id, IP address and link). The errmsg of every other errcode contains
 * one.
 */
const withoutHint = 40014

/**
 * Returns the errmsg of a failed call in the form of WeCom. The errmsg consists of the text, a trace id, the IP address
 * of the caller, and a link. The trace id begins with the unix time in ten digits.
 */
export function formatErrmsg(corp: Corp, { errcode, message }: Refusal, ip: string): string {
  if (errcode === withoutHint) return message
  const hint = `${String(corp.clock.seconds()).padStart(10, '0')}${corp.ephemeral.digits(15)}`
  return `${message}, hint: [${hint}], from ip: ${ip}, more info at https://open.work.weixin.qq.com/devtool/query?e=${errcode}`
}
