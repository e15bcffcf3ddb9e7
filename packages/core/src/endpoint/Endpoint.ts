import type * as v from 'valibot'
import type { StopWatch } from '../request/stopSignal.ts'

/**
 * The effect of a call on the corp. It decides whether the client sends the call again after a failure:
 * - `read` changes nothing, and `write` leads to the same state when repeated. The client may send both again.
 * - `create` makes another object each time, and `send` reaches people. The client does not send them again if the
 *   first request may have reached WeCom.
 */
export type Effect = 'read' | 'write' | 'create' | 'send'

/** The kind of token that an endpoint requires. `none` is for the calls that request tokens. */
export type TokenKind = 'corp' | 'suite' | 'provider' | 'none'

/** Describes how an endpoint pages: the parameter for the next page, and the result fields that give its value. */
export type Pagination =
  | {
      readonly style: 'cursor'
      /** Name of the parameter that takes the cursor. */
      readonly in: string
      /** Name of the result field that holds the next cursor. */
      readonly out: string
      /** Name of the result field that is true on the last page. */
      readonly last?: string | undefined
      readonly items: string
    }
  | {
      readonly style: 'offset'
      /** Name of the parameter that takes the offset. */
      readonly in: string
      /**
       * Name of the result field that holds the next offset. If there is none, the offset grows by the number of items
       * received.
       */
      readonly out?: string | undefined
      /** Name of the result field that holds the size of the whole list. */
      readonly total?: string | undefined
      readonly items: string
    }
  | {
      readonly style: 'page'
      /** Name of the parameter that takes the page number. */
      readonly in: string
      /** Number of the first page. */
      readonly first: 0 | 1
      /** Name of the result field that is true on the last page. If there is none, an empty page ends the list. */
      readonly last?: string | undefined
      readonly items: string
    }

/**
 * The encoding of a request body that is not JSON. The encoding is part of the endpoint, so that only programs that
 * upload files contain its code.
 */
export interface BodyEncoding {
  readonly name: 'multipart'
  /** Encodes the fields of a body. Leaves out fields that are undefined. */
  readonly encode: (fields: Readonly<Record<string, unknown>>) => Blob
}

/**
 * Returns the file of an answer, or undefined if the answer is not a file. This function is part of the endpoint, so
 * that only programs that download files contain its code.
 *
 * @param stop - watches the time limit and the signal of the caller. The function of an answer with a file ends the time
 * limit, and releases the signal once the file ends, fails or is cancelled.
 */
export type OpenFile = (
  answer: { readonly status: number; readonly headers: Headers; readonly body: ReadableStream<Uint8Array> | null },
  stop: StopWatch,
) => Download | undefined

/** Describes one call of the WeCom API as data. Create it with `defineEndpoint` and pass it to `client.request`. */
export interface Endpoint<Params extends object, Result extends object> {
  /** Name of the function that makes this call, e.g. `getContact`. */
  readonly name: string
  readonly method: 'GET' | 'POST'
  readonly path: `/${string}`
  readonly effect: Effect
  readonly token: TokenKind
  /** Number of the official page: `https://developer.work.weixin.qq.com/document/path/<docs>`. */
  readonly docs: number
  readonly params: v.GenericSchema<Params>
  readonly result: v.GenericSchema<Result>
  /** Names of the parameters of a POST request that go into the query string. All others go into the body. */
  readonly query?: readonly string[] | undefined
  /** Encoding of the body: `multipart` for files. Default: JSON. */
  readonly encoding?: BodyEncoding | undefined
  /**
   * `openFile` if a successful answer is a file instead of JSON; left out otherwise. WeCom answers a call that fails with
   * JSON in both cases.
   */
  readonly download?: OpenFile | undefined
  /** `optional` if WeCom documents that a successful answer may lack `errcode`. By default the field is required. */
  readonly errcode?: 'optional' | undefined
  /** The errcode by which WeCom says that there is no data, and the result that the call then returns. */
  readonly empty?: { readonly errcode: number; readonly result: Result } | undefined
  /** Name of a function that shows whether an ambiguous `create` or `send` took effect. */
  readonly checkWith?: string | undefined
  readonly pagination?: Pagination | undefined
}

/** An endpoint whose result is one page of a list. `Items` is the field with the list. */
export interface PagedEndpoint<
  Params extends object,
  Result extends object,
  Items extends keyof Result & string,
> extends Endpoint<Params, Result> {
  readonly pagination: Pagination & { readonly items: Items }
}

/** An endpoint with any parameters and result. */
export type AnyEndpoint = Endpoint<object, object>

/** The result of an endpoint with `download`: a file whose bytes are still arriving. */
export interface Download {
  /** HTTP status: 200, or 206 for a part of a file, which a `Range` header requests. */
  readonly status: number
  readonly headers: Headers
  /** The bytes of the file. Read them to the end or cancel the stream, because otherwise the connection stays busy. */
  readonly body: ReadableStream<Uint8Array>
}
