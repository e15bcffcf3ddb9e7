import type { AnyEndpoint, Download, Endpoint } from '@wecom/core'
import { Refusal } from '../base/Refusal.ts'
import type { Corp } from '../state/Corp.ts'
import type { IdKind } from '../state/appIds.ts'
import type { App } from '../state/members.ts'
import type { Provider, Suite } from '../state/provider.ts'

export interface OpenCall {
  readonly ip: string
  readonly range?: string | undefined
  /** Delay of the answer, in milliseconds of real time. 0 if no fault delays the answer. */
  readonly delayMs: number
}

export interface Call extends OpenCall {
  readonly app: App
}

export interface SuiteCall extends OpenCall {
  readonly suite: Suite
}

export interface ProviderCall extends OpenCall {
  readonly provider: Provider
}

/** A function that answers calls to an endpoint. To refuse a call, it throws a `Refusal` before it changes any data. */
type Answer<Params extends object, Result extends object, Caller extends OpenCall> = (
  corp: Corp,
  params: Params,
  call: Caller,
) => Result

/**
 * Errcodes for wrong parameters. The key names the parameter in one of these forms:
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

interface ServeOptions<Params extends object, Result extends object> {
  /**
   * Errcode for each parameter that is missing or empty. The fake corp checks the parameters in the order of the keys.
   */
  readonly missing?: FieldErrcodes<Params> | undefined
  /**
   * Errcode for each parameter whose value has the right type, but is not allowed. Default: 40058. For a value of a
   * wrong type, the errcode is always 40058.
   */
  readonly invalid?: FieldErrcodes<Params> | undefined
  /**
   * Throws a `Refusal` for a parameter error that has its own errcode. It runs before the schema checks the parameters,
   * so it must ignore values of a wrong type.
   */
  readonly precheck?: ((sent: Readonly<Record<string, unknown>>) => void) | undefined
  /** Converts parameters in an undocumented form into the documented form. It runs before all checks. */
  readonly toDocumented?: ((sent: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>) | undefined
  readonly olderPath?: OlderPath | undefined
  /**
   * Kind of ids that the call itself converts, because this is the purpose of the call. The fake corp leaves ids of
   * this kind unchanged. If the app belongs to a service provider (服务商), the fake corp converts all other ids: ids in
   * the parameters to the corp's ids, and ids in the answer to the provider's ids.
   */
  readonly convertsIds?: IdKind | undefined
  readonly success?: { readonly errcode?: number; readonly errmsg?: string } | undefined
  /** Fields that the answer contains even if the call fails. */
  readonly failureFields?: Partial<Result> | undefined
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
  readonly failureFields: object
  readonly precheck: (sent: Readonly<Record<string, unknown>>) => void
  /** Reason why the fake corp refuses all calls to the endpoint. Missing if the fake corp answers the calls. */
  readonly notServed?: string
  answer(corp: Corp, params: object, caller: OpenCall): object
}

/**
 * Describes how the fake corp serves an endpoint of WeCom's API to apps. `answer` returns the result of a call. See
 * `ServeOptions` for the options. With `customerContact: false`, the app does not need the permission for customer
 * contact (客户联系).
 *
 * @example
 * export const listContactIdsServed: Served = serve(
 *   listContactIdsEndpoint,
 *   (corp, { userid }) => ({ external_userid: corp.follows.ofMember(userid).map((follow) => follow.external_userid) }),
 *   { missing: { userid: 41009 }, failureFields: { external_userid: [] } },
 * )
 */
export function serve<Params extends object, Result extends object>(
  endpoint: Endpoint<Params, Result>,
  answer: Answer<Params, Result, Call>,
  { customerContact = true, ...options }: ServeOptions<Params, Result> & { readonly customerContact?: boolean } = {},
): Served {
  return { ...toServed(endpoint, answer, options), customerContact }
}

export function serveFile<Params extends object>(
  endpoint: Endpoint<Params, Download>,
  answer: (corp: Corp, params: Params, call: Call) => SentFile,
  options: ServeOptions<Params, object> = {},
): Served {
  return toServed(endpoint, answer, options)
}

export function serveSuite<Params extends object, Result extends object>(
  endpoint: Endpoint<Params, Result>,
  answer: Answer<Params, Result, SuiteCall>,
  options: ServeOptions<Params, Result> = {},
): Served {
  return { ...toServed(endpoint, answer, options), access: 'suite' }
}

export function serveProvider<Params extends object, Result extends object>(
  endpoint: Endpoint<Params, Result>,
  answer: Answer<Params, Result, ProviderCall>,
  options: ServeOptions<Params, Result> = {},
): Served {
  return { ...toServed(endpoint, answer, options), access: 'provider' }
}

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
  const {
    missing = {},
    invalid = {},
    precheck = () => undefined,
    failureFields = {},
    toDocumented = (sent) => sent,
  } = options
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
    failureFields,
    // The casts are safe, because the schema has checked the parameters, and `access` determines the kind of caller.
    answer: (corp, params, caller) => answer(corp, params as Params, caller as never),
  }
}

function toMap(errcodes: object): ReadonlyMap<string, number> {
  return new Map(Object.entries(errcodes))
}

export function notServed<Params extends object, Result extends object>(
  endpoint: Endpoint<Params, Result>,
  why: string,
  options: ServeOptions<Params, Result> = {},
): Served {
  const served = serve(
    endpoint,
    () => {
      // 48002 (api forbidden), because clients do not retry after it.
      throw new Refusal(48002, `the fake corp does not support ${endpoint.name}: ${why}`)
    },
    options,
  )
  return { ...served, notServed: why }
}

interface OlderPath {
  readonly path: string
  readonly names?: Readonly<Record<string, string>>
}

export function withOlderNames(answer: object, { names = {} }: OlderPath): object {
  return Object.fromEntries(Object.entries(answer).map(([name, value]) => [names[name] ?? name, value]))
}

export class SentFile {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer>

  constructor(status: number, headers: Readonly<Record<string, string>>, body: Uint8Array<ArrayBuffer>) {
    this.status = status
    this.headers = { ...headers, 'content-length': String(body.length) }
    this.body = body
  }
}

/** A file from a form. Its `content` can be read synchronously, which is not possible with other `File` objects. */
export class UploadedFile extends File {
  readonly content: Uint8Array<ArrayBuffer>
  /** Size of the file in bytes, as the form states it in its field `filelength`. */
  readonly statedSize: number | undefined

  constructor(content: Uint8Array<ArrayBuffer>, name: string, type: string, statedSize?: number) {
    super([content], name, { type })
    this.content = content
    this.statedSize = statedSize
  }
}

// The only errcode whose errmsg contains no hint (trace id, IP address and link).
const withoutHint = 40014

export function formatErrmsg(corp: Corp, { errcode, message }: Refusal, ip: string): string {
  if (errcode === withoutHint) return message
  // WeCom's trace id begins with the unix time in ten digits.
  const hint = `${String(corp.clock.seconds()).padStart(10, '0')}${corp.ephemeral.digits(15)}`
  return `${message}, hint: [${hint}], from ip: ${ip}, more info at https://open.work.weixin.qq.com/devtool/query?e=${errcode}`
}
