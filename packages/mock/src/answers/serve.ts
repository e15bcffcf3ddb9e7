import type { AnyEndpoint, Download, Endpoint } from '@wecom/core'
import { Refusal } from '../base/Refusal.ts'
import type { Corp } from '../state/Corp.ts'
import type { IdKind } from '../state/appIds.ts'
import type { App } from '../state/members.ts'
import type { Provider, Suite } from '../state/provider.ts'

/** A call to an endpoint that takes no token. */
export interface OpenCall {
  readonly ip: string
  /** Value of the Range header. */
  readonly range?: string | undefined
  /** Milliseconds of real time until the reply is sent. */
  readonly delayMs: number
}

/** A call by an app, with the token of the app. */
export interface Call extends OpenCall {
  /** The app that the token belongs to. */
  readonly app: App
}

/** A call by a suite, with the token of the suite. */
export interface SuiteCall extends OpenCall {
  readonly suite: Suite
}

/** A call by the service provider, with the token of the provider. */
export interface ProviderCall extends OpenCall {
  readonly provider: Provider
}

/** Function that returns the result of an endpoint. It throws a `Refusal` before it changes anything. */
type Answer<Params extends object, Result extends object, Caller extends OpenCall> = (
  corp: Corp,
  params: Params,
  call: Caller,
) => Result

/**
 * Errcodes by field. The key is `tag.name` for a nested field or a field of list items, `word_list[]` for a list item,
 * and the empty text for a rule about several fields.
 */
type FieldErrcodes<Params extends object> = {
  readonly [
    Path in '' | (keyof Params & string) | `${keyof Params & string}.${string}` | `${keyof Params & string}[]${string}`
  ]?: number
}

/** Facts about an endpoint that the endpoint value of the SDK does not contain. */
interface ServeOptions<Params extends object, Result extends object> {
  /** Errcodes for missing or empty fields, in the order of the checks. */
  readonly missing?: FieldErrcodes<Params> | undefined
  /** Errcodes for values that are not allowed. A field without an entry, and any value of a wrong type, gets 40058. */
  readonly invalid?: FieldErrcodes<Params> | undefined
  /**
   * Refuses parameters by errcodes that the schema cannot choose. Runs before the schema, so it must ignore values of a
   * wrong type.
   */
  readonly precheck?: ((sent: Readonly<Record<string, unknown>>) => void) | undefined
  /** Converts an undocumented form of the parameters into the documented form. */
  readonly toDocumented?: ((sent: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>) | undefined
  /** A second path at which the endpoint answers. */
  readonly olderPath?: OlderPath | undefined
  /** Kind of ids that the endpoint converts itself. The ids of this kind reach the endpoint as the caller sent them. */
  readonly convertsIds?: IdKind | undefined
  /** First fields of a successful answer. Default: errcode 0 and errmsg `ok`. */
  readonly success?: { readonly errcode?: number; readonly errmsg?: string } | undefined
  /** Fields that a failed answer has, too. */
  readonly empty?: Partial<Result> | undefined
}

/**
 * An endpoint with the function that answers it. `serve` and the functions next to it create it and check the types.
 */
export interface Served {
  readonly endpoint: AnyEndpoint
  /** Kind of token that a call needs. */
  readonly access: 'token' | 'suite' | 'provider' | 'open'
  /** Whether only apps with the customer-contact permission may call the endpoint. */
  readonly customerContact: boolean
  /** Whether the corp's own 客户联系 application may call the endpoint. */
  readonly systemApp: boolean
  readonly missing: ReadonlyMap<string, number>
  readonly invalid: ReadonlyMap<string, number>
  readonly toDocumented: (sent: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>
  readonly olderPath: OlderPath | undefined
  readonly convertsIds: IdKind | undefined
  readonly success: object
  readonly empty: object
  readonly precheck: (sent: Readonly<Record<string, unknown>>) => void
  /** Reason why every call is refused. Absent if the endpoint is served. */
  readonly notServed?: string
  answer(corp: Corp, params: object, caller: OpenCall): object
}

/**
 * Serves an endpoint to apps with a token.
 *
 * @param endpoint - method, path, parameters and types.
 * @param answer - returns the result, or throws a `Refusal`.
 * @param options - {@link ServeOptions}. With `customerContact: false` the app does not need the customer-contact
 *   permission.
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

/** Serves an endpoint that returns a file to any app with a token. See `serve`. */
export function serveFile<Params extends object>(
  endpoint: Endpoint<Params, Download>,
  answer: (corp: Corp, params: Params, call: Call) => SentFile,
  options: ServeOptions<Params, object> = {},
): Served {
  return toServed(endpoint, answer, options)
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

/** Creates an endpoint that every app with a token may call. */
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

/** Refuses every call to an endpoint with 48002 and a reason. Clients do not retry after 48002. */
export function notServed<Params extends object, Result extends object>(
  endpoint: Endpoint<Params, Result>,
  why: string,
  options: ServeOptions<Params, Result> = {},
): Served {
  const served = serve(
    endpoint,
    () => {
      throw new Refusal(48002, `${endpoint.name} is not served: ${why}`)
    },
    options,
  )
  return { ...served, notServed: why }
}

/** A former path of an endpoint, at which WeCom still answers. */
interface OlderPath {
  readonly path: string
  /** Names of answer fields at the older path, by their current names. */
  readonly names?: Readonly<Record<string, string>>
}

/** Renames the fields of an answer to the names of an older path. */
export function withOlderNames(answer: object, { names = {} }: OlderPath): object {
  return Object.fromEntries(Object.entries(answer).map(([name, value]) => [names[name] ?? name, value]))
}

/** Result of an endpoint that returns a file instead of JSON. */
export class SentFile {
  /** HTTP status: 200 for the whole file, 206 for a part. */
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer>

  constructor(status: number, headers: Readonly<Record<string, string>>, body: Uint8Array<ArrayBuffer>) {
    this.status = status
    this.headers = { ...headers, 'content-length': String(body.length) }
    this.body = body
  }
}

/** A file of a form. Its content can be read synchronously, which `File` does not allow. */
export class UploadedFile extends File {
  readonly content: Uint8Array<ArrayBuffer>
  /** Size in bytes that the field `filelength` of the form states. */
  readonly statedSize: number | undefined

  constructor(content: Uint8Array<ArrayBuffer>, name: string, type: string, statedSize?: number) {
    super([content], name, { type })
    this.content = content
    this.statedSize = statedSize
  }
}

/** The errcode whose errmsg has no hint in WeCom's answers. */
const withoutHint = 40014

/**
 * Formats the errmsg of a failure as WeCom does: text, trace id (it begins with the unix time in ten digits), address
 * of the caller, link.
 */
export function formatErrmsg(corp: Corp, { errcode, message }: Refusal, ip: string): string {
  if (errcode === withoutHint) return message
  const hint = `${String(corp.clock.seconds()).padStart(10, '0')}${corp.ephemeral.digits(15)}`
  return `${message}, hint: [${hint}], from ip: ${ip}, more info at https://open.work.weixin.qq.com/devtool/query?e=${errcode}`
}
