import type { AnyEndpoint, Download, Endpoint } from '@wecom/core'
import { Refusal } from '../base/Refusal.ts'
import type { Corp } from '../state/Corp.ts'
import type { IdKind } from '../state/appIds.ts'
import type { App } from '../state/members.ts'
import type { Provider, Suite } from '../state/provider.ts'

/** The caller of an endpoint that takes no token. */
export interface OpenCall {
  readonly ip: string
  /** The Range header. */
  readonly range?: string | undefined
  /** Milliseconds of real time until the reply is sent. */
  readonly delayMs: number
}

/** An app that calls. */
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

/** Returns the result of an endpoint, or throws a `Refusal` before changing anything. */
type Answer<Params extends object, Result extends object, Caller extends OpenCall> = (
  corp: Corp,
  params: Params,
  call: Caller,
) => Result

/**
 * Errcodes by field. Nested fields and fields of list items: `tag.name`; list items: `word_list[]`; rules between several
 * fields: the empty text.
 */
type FieldErrcodes<Params extends object> = {
  readonly [
    Path in '' | (keyof Params & string) | `${keyof Params & string}.${string}` | `${keyof Params & string}[]${string}`
  ]?: number
}

/** Facts about an endpoint that the endpoint value does not hold. */
interface ServeOptions<Params extends object, Result extends object> {
  /** Errcodes for missing or empty fields, in the order of the checks. */
  readonly missing?: FieldErrcodes<Params> | undefined
  /** Errcodes for values that are not allowed. Default, and for any wrong type: 40058. */
  readonly invalid?: FieldErrcodes<Params> | undefined
  /**
   * Refuses parameters whose errcode the schema cannot tell from others. Runs before the schema and must ignore values of a
   * wrong type.
   */
  readonly precheck?: ((sent: Readonly<Record<string, unknown>>) => void) | undefined
  /** Converts an undocumented form of the parameters into the documented one. */
  readonly toDocumented?: ((sent: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>) | undefined
  /** A second path on which the endpoint answers. */
  readonly olderPath?: OlderPath | undefined
  /** The kind of ids that the endpoint converts itself and therefore receives unchanged. */
  readonly convertsIds?: IdKind | undefined
  /** The beginning of a successful answer. Default: errcode 0 and errmsg ok. */
  readonly success?: { readonly errcode?: number; readonly errmsg?: string } | undefined
  /** Fields that a failed answer still carries. */
  readonly empty?: Partial<Result> | undefined
}

/** An endpoint with its answer. `serve` and the functions beside it check the types. */
export interface Served {
  readonly endpoint: AnyEndpoint
  /** The kind of token that a call needs. */
  readonly access: 'token' | 'suite' | 'provider' | 'open'
  /** Whether only apps with the customer-contact permission may call. */
  readonly customerContact: boolean
  /** Whether the corp's own 客户联系 application may call. */
  readonly systemApp: boolean
  readonly missing: ReadonlyMap<string, number>
  readonly invalid: ReadonlyMap<string, number>
  readonly toDocumented: (sent: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>
  readonly olderPath: OlderPath | undefined
  readonly convertsIds: IdKind | undefined
  readonly success: object
  readonly empty: object
  readonly precheck: (sent: Readonly<Record<string, unknown>>) => void
  /** Why every call is refused. */
  readonly notServed?: string
  answer(corp: Corp, params: object, caller: OpenCall): object
}

/**
 * Serves an endpoint to apps with a token.
 *
 * @param endpoint - method, path, parameters and types.
 * @param answer - produces the result, or throws a `Refusal`.
 * @param options - {@link ServeOptions}; with `customerContact: false` the app needs no customer-contact permission.
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

/** Serves an endpoint that sends a file, to any app with a token. See `serve`. */
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

/** An endpoint that every app with a token may call. */
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
    // The schema of the endpoint has checked the parameters, and `access` says who the caller is.
    answer: (corp, params, caller) => answer(corp, params as Params, caller as never),
  }
}

function toMap(errcodes: object): ReadonlyMap<string, number> {
  return new Map(Object.entries(errcodes))
}

/** Refuses every call with 48002, which clients do not retry, and the reason. */
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

/** A former path of an endpoint that still works. */
interface OlderPath {
  readonly path: string
  /** Fields of the answer with another name on this path. */
  readonly names?: Readonly<Record<string, string>>
}

/** An answer with the names of its older path. */
export function withOlderNames(answer: object, { names = {} }: OlderPath): object {
  return Object.fromEntries(Object.entries(answer).map(([name, value]) => [names[name] ?? name, value]))
}

/** The result of an endpoint that sends a file in place of JSON. */
export class SentFile {
  /** 200, or 206 for a part. */
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer>

  constructor(status: number, headers: Readonly<Record<string, string>>, body: Uint8Array<ArrayBuffer>) {
    this.status = status
    this.headers = { ...headers, 'content-length': String(body.length) }
    this.body = body
  }
}

/** A file of a form with synchronous access to its content, which `File` does not give. */
export class UploadedFile extends File {
  readonly content: Uint8Array<ArrayBuffer>
  /** Bytes, by `filelength` of the form. */
  readonly statedSize: number | undefined

  constructor(content: Uint8Array<ArrayBuffer>, name: string, type: string, statedSize?: number) {
    super([content], name, { type })
    this.content = content
    this.statedSize = statedSize
  }
}

/** WeCom sends this errcode without a hint. */
const withoutHint = 40014

/** errmsg of a failure, as WeCom writes it: text, trace id (ten digits of unix time first), the caller's address, a link. */
export function formatErrmsg(corp: Corp, { errcode, message }: Refusal, ip: string): string {
  if (errcode === withoutHint) return message
  const hint = `${String(corp.clock.seconds()).padStart(10, '0')}${corp.ephemeral.digits(15)}`
  return `${message}, hint: [${hint}], from ip: ${ip}, more info at https://open.work.weixin.qq.com/devtool/query?e=${errcode}`
}
