import type { AnyEndpoint, Download, Endpoint } from '@wecom/core'
import { Refusal } from '../base/Refusal.ts'
import type { Corp } from '../state/Corp.ts'
import type { IdKind } from '../state/appIds.ts'
import type { App } from '../state/members.ts'
import type { Provider, Suite } from '../state/provider.ts'

/** A call to an endpoint that needs no token. */
export interface OpenCall {
  readonly ip: string
  /** Value of the header Range. */
  readonly range?: string | undefined
  /** Delay of the answer, in milliseconds of real time. 0 if no fault delays this call. */
  readonly delayMs: number
}

/** A call with the token of an app. */
export interface Call extends OpenCall {
  /** The app that the token belongs to. */
  readonly app: App
}

/** A call with the token of a suite. */
export interface SuiteCall extends OpenCall {
  readonly suite: Suite
}

/** A call with the token of the service provider (服务商). */
export interface ProviderCall extends OpenCall {
  readonly provider: Provider
}

/** Returns the result of a call. To refuse the call, throws a `Refusal` before it changes any data. */
type Answer<Params extends object, Result extends object, Caller extends OpenCall> = (
  corp: Corp,
  params: Params,
  call: Caller,
) => Result

/**
 * Errcodes for wrong parameters. A key has one of these forms:
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

/** Facts about an endpoint that the SDK's `Endpoint` does not contain. */
interface ServeOptions<Params extends object, Result extends object> {
  /** Errcodes for parameters that are missing or empty, checked in this order. */
  readonly missing?: FieldErrcodes<Params> | undefined
  /** Errcodes for values that are not allowed. Default 40058. Values of a wrong type always have 40058. */
  readonly invalid?: FieldErrcodes<Params> | undefined
  /**
   * Throws a `Refusal` if WeCom has a specific errcode for an error in the parameters. It runs before the schema checks
   * the parameters, so it must ignore values of a wrong type.
   */
  readonly precheck?: ((sent: Readonly<Record<string, unknown>>) => void) | undefined
  /** Converts an undocumented form of the parameters into the documented one, before all checks. */
  readonly toDocumented?: ((sent: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>) | undefined
  /** A second path at which WeCom also serves the endpoint. */
  readonly olderPath?: OlderPath | undefined
  /**
   * Kind of ids that the answer function converts itself. The fake corp converts all other ids between those of a
   * provider's app and those of the corp, in parameters and answers.
   */
  readonly convertsIds?: IdKind | undefined
  /** First fields of a successful answer. Default: errcode 0 and errmsg `ok`. */
  readonly success?: { readonly errcode?: number; readonly errmsg?: string } | undefined
  /** Fields that the answer contains even if the call fails. */
  readonly empty?: Partial<Result> | undefined
}

/** An endpoint that the fake corp serves, with the function that answers its calls. */
export interface Served {
  readonly endpoint: AnyEndpoint
  /**
   * Token that a call needs:
   * - `token`: the token of an app
   * - `suite`: the token of a suite (第三方应用)
   * - `provider`: the token of the service provider (服务商)
   * - `open`: no token
   */
  readonly access: 'token' | 'suite' | 'provider' | 'open'
  /** Whether only apps with the permission for customer contact (客户联系) can call the endpoint. */
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
  /** Reason why the fake corp refuses all calls to the endpoint. Missing if it answers them. */
  readonly notServed?: string
  answer(corp: Corp, params: object, caller: OpenCall): object
}

/**
 * Serves an endpoint to apps.
 *
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

/** Serves an endpoint to apps. The endpoint returns a file. */
export function serveFile<Params extends object>(
  endpoint: Endpoint<Params, Download>,
  answer: (corp: Corp, params: Params, call: Call) => SentFile,
  options: ServeOptions<Params, object> = {},
): Served {
  return toServed(endpoint, answer, options)
}

/** Serves an endpoint to suites (第三方应用). */
export function serveSuite<Params extends object, Result extends object>(
  endpoint: Endpoint<Params, Result>,
  answer: Answer<Params, Result, SuiteCall>,
  options: ServeOptions<Params, Result> = {},
): Served {
  return { ...toServed(endpoint, answer, options), access: 'suite' }
}

/** Serves an endpoint to the service provider (服务商). */
export function serveProvider<Params extends object, Result extends object>(
  endpoint: Endpoint<Params, Result>,
  answer: Answer<Params, Result, ProviderCall>,
  options: ServeOptions<Params, Result> = {},
): Served {
  return { ...toServed(endpoint, answer, options), access: 'provider' }
}

/** Serves an endpoint that needs no token. */
export function serveOpen<Params extends object, Result extends object>(
  endpoint: Endpoint<Params, Result>,
  answer: Answer<Params, Result, OpenCall>,
  options: ServeOptions<Params, Result> = {},
): Served {
  return { ...toServed(endpoint, answer, options), access: 'open' }
}

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

/** Refuses every call with 48002 (api forbidden), because clients do not retry after it. */
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

/** A former path, at which WeCom still serves an endpoint. */
interface OlderPath {
  readonly path: string
  /** Names of fields in answers at the former path, by their current names. */
  readonly names?: Readonly<Record<string, string>>
}

export function withOlderNames(answer: object, { names = {} }: OlderPath): object {
  return Object.fromEntries(Object.entries(answer).map(([name, value]) => [names[name] ?? name, value]))
}

/** Answer of an endpoint that returns a file instead of JSON. */
export class SentFile {
  /** 200 for the whole file, 206 for a part, 416 for a part outside of the file. */
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer>

  constructor(status: number, headers: Readonly<Record<string, string>>, body: Uint8Array<ArrayBuffer>) {
    this.status = status
    this.headers = { ...headers, 'content-length': String(body.length) }
    this.body = body
  }
}

/** A file in a form. Its `content` can be read synchronously, which is not possible with other `File` objects. */
export class UploadedFile extends File {
  readonly content: Uint8Array<ArrayBuffer>
  /** Size in bytes, as the form states it in `filelength`. */
  readonly statedSize: number | undefined

  constructor(content: Uint8Array<ArrayBuffer>, name: string, type: string, statedSize?: number) {
    super([content], name, { type })
    this.content = content
    this.statedSize = statedSize
  }
}

/** The only errcode whose errmsg contains no hint (trace id, IP address and link). */
const withoutHint = 40014

/**
 * Returns the errmsg in WeCom's form: the text, a trace id, the IP address of the caller, and a link. The trace id
 * begins with the unix time in ten digits.
 */
export function formatErrmsg(corp: Corp, { errcode, message }: Refusal, ip: string): string {
  if (errcode === withoutHint) return message
  const hint = `${String(corp.clock.seconds()).padStart(10, '0')}${corp.ephemeral.digits(15)}`
  return `${message}, hint: [${hint}], from ip: ${ip}, more info at https://open.work.weixin.qq.com/devtool/query?e=${errcode}`
}
