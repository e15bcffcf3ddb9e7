import type * as v from 'valibot'
import type { StopHandle } from '../request/stopSignal.ts'

/**
 * The effect of a call on the corp. The client uses the effect to decide whether it may send a call again after a
 * failure:
 * - `read` changes nothing. The client may send the call again.
 * - `write` leads to the same state when it is repeated. The client may send the call again.
 * - `create` makes another object each time. The client does not send the call again if the first request may have
 *   taken effect.
 * - `send` sends something to people. The client does not send the call again if the first request may have taken
 *   effect.
 */
export type Effect = 'read' | 'write' | 'create' | 'send'

/**
 * The kind of token that an endpoint requires:
 * - `corp`: the token of an app in one corp;
 * - `suite`: the token of a third-party app itself;
 * - `provider`: the token of a service provider;
 * - `none`: no token. Only the calls that request tokens have this kind.
 */
export type TokenKind = 'corp' | 'suite' | 'provider' | 'none'

/**
 * Describes how a list endpoint returns its pages: by cursor, by offset or by page number. `in` is the name of the
 * parameter that selects the page. `items` is the name of the result field with the list.
 */
export type Pagination =
  | {
      readonly style: 'cursor'
      /** Name of the parameter for the cursor. A cursor is a text by which WeCom marks a position in the list. */
      readonly in: string
      /** Name of the result field with the cursor of the next page. */
      readonly out: string
      /** Name of the result field that is true on the last page. */
      readonly last?: string | undefined
      readonly items: string
    }
  | {
      readonly style: 'offset'
      /** Name of the parameter for the offset, the number of items to skip. */
      readonly in: string
      /**
       * Name of the result field with the offset of the next page. If omitted, the SDK computes the next offset: the
       * offset of the current page plus the number of items on this page.
       */
      readonly out?: string | undefined
      /** Name of the result field with the number of items in the whole list. */
      readonly total?: string | undefined
      readonly items: string
    }
  | {
      readonly style: 'page'
      /** Name of the parameter for the page number. */
      readonly in: string
      /** Number of the first page: 0 or 1. */
      readonly first: 0 | 1
      /** Name of the result field that is true on the last page. If omitted, an empty page ends the list. */
      readonly last?: string | undefined
      readonly items: string
    }

/**
 * Encoding of request bodies with files. The only implementation is the object `multipart`. Only endpoints for uploads
 * import `multipart`, so programs without uploads do not bundle the code of `multipart`.
 */
export interface BodyEncoding {
  readonly name: 'multipart'
  /** Function that encodes the fields of a request body. It leaves out fields that are undefined. */
  readonly encode: (fields: Readonly<Record<string, unknown>>) => Blob
}

/**
 * Reads an answer of WeCom's API as a file. Returns undefined if the answer is not a file, e.g. an error as JSON. The
 * only implementation is `openFile`. Only endpoints for downloads import `openFile`, so programs without downloads do
 * not bundle the code of `openFile`.
 *
 * @param stop - the time limit and the caller's abort signal. If the answer is a file, the function calls `stop.disarm`
 *   at once, to end the time limit. After the stream of the file was read to the end, was cancelled, or failed, the
 *   function calls `stop.release`, to stop listening to the abort signal.
 */
export type OpenFile = (
  answer: { readonly status: number; readonly headers: Headers; readonly body: ReadableStream<Uint8Array> | null },
  stop: StopHandle,
) => Download | undefined

/**
 * Description of one call of the WeCom API, as data. Create it with `defineEndpoint` and pass it to `client.request`.
 */
export interface Endpoint<Params extends object, Result extends object> {
  /** Name of the function that makes this call, e.g. `getContact`. */
  readonly name: string
  readonly method: 'GET' | 'POST'
  readonly path: `/${string}`
  readonly effect: Effect
  readonly token: TokenKind
  /**
   * Number of the official page about the call. The URL of the page is
   * `https://developer.work.weixin.qq.com/document/path/<docs>`.
   */
  readonly docs: number
  readonly params: v.GenericSchema<Params>
  readonly result: v.GenericSchema<Result>
  /** Names of the parameters that a POST request sends in the query string. All other parameters are in the body. */
  readonly query?: readonly string[] | undefined
  /** Encoding of the request body: `multipart` for files. Default: JSON. */
  readonly encoding?: BodyEncoding | undefined
  /**
   * Function that reads the file in a successful answer: `openFile` of `@wecom/core/define`. Omit it for calls that
   * return JSON. The answer to a failed call is always JSON.
   */
  readonly download?: OpenFile | undefined
  /**
   * Set to `optional` if WeCom documents that a successful answer may lack the field `errcode`. Default: the field is
   * required.
   */
  readonly errcode?: 'optional' | undefined
  /**
   * Errcode by which WeCom says that there is no data, and a function that creates the result which the client returns
   * in place of the error. Omitted for calls without such an errcode.
   */
  readonly empty?: { readonly errcode: number; readonly result: () => Result } | undefined
  /**
   * Name of the SDK function that shows whether this call took effect, e.g. after its answer was lost. Only for calls
   * with the effect `create` or `send`.
   */
  readonly checkWith?: string | undefined
  readonly pagination?: Pagination | undefined
}

/**
 * An endpoint whose result is one page of a list. The type parameter `Items` is the name of the result field with the
 * list.
 */
export interface PagedEndpoint<
  Params extends object,
  Result extends object,
  Items extends keyof Result & string,
> extends Endpoint<Params, Result> {
  readonly pagination: Pagination & { readonly items: Items }
}

/** An endpoint with any parameters and result. */
export type AnyEndpoint = Endpoint<object, object>

/** Result of a call that returns a file. The bytes of the file are still arriving when the call returns. */
export interface Download {
  /**
   * HTTP status of the answer: 200 for a whole file, 206 for a part of a file. To request a part, set the header
   * `range` in the call options (`headers`).
   */
  readonly status: number
  readonly headers: Headers
  /** The bytes of the file. Read the stream to its end or cancel it, because the connection stays busy until then. */
  readonly body: ReadableStream<Uint8Array>
}
