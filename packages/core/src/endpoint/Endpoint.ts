import type * as v from 'valibot'

/**
 * The effect of a call on the corp. It decides whether the client sends the call again after a failure:
 * - `read` changes nothing, `write` leads to the same state when repeated: the client may send both again;
 * - `create` makes another one each time, `send` reaches people: the client sends neither again if it may have arrived.
 */
export type Effect = 'read' | 'write' | 'create' | 'send'

/** The kind of token that an endpoint takes. `none` is for the calls that request tokens. */
export type TokenKind = 'corp' | 'suite' | 'provider' | 'none'

/** How an endpoint pages: the parameter for the next page, and the result fields that give its value. */
export type Pagination =
  | {
      readonly style: 'cursor'
      /** Parameter that takes the cursor. */
      readonly in: string
      /** Result field that holds the next cursor. */
      readonly out: string
      /** Result field that is true on the last page. */
      readonly last?: string | undefined
      readonly items: string
    }
  | {
      readonly style: 'offset'
      /** Parameter that takes the offset. */
      readonly in: string
      /** Result field that holds the next offset; without it the offset grows by the items received. */
      readonly out?: string | undefined
      /** Result field that holds the size of the whole list. */
      readonly total?: string | undefined
      readonly items: string
    }
  | {
      readonly style: 'page'
      /** Parameter that takes the page number. */
      readonly in: string
      /** Number of the first page. */
      readonly first: 0 | 1
      /** Result field that is true on the last page; without it an empty page ends the list. */
      readonly last?: string | undefined
      readonly items: string
    }

/**
 * The encoding of a body that is not JSON. It is part of the endpoint, so that only programs that upload contain the
 * code.
 */
export interface BodyEncoding {
  readonly name: 'multipart'
  /** Writes the fields of a body. Leaves out fields that are undefined. */
  readonly encode: (fields: Readonly<Record<string, unknown>>) => Blob
}

/**
 * Returns the file of an answer; undefined if the answer is not a file. It is part of the endpoint, so that only
 * programs that download contain the code.
 *
 * @param release - called once, when the file ends, fails or is cancelled.
 */
export type OpenFile = (
  answer: { readonly status: number; readonly headers: Headers; readonly body: ReadableStream<Uint8Array> | null },
  release?: () => void,
) => ReadableStream<Uint8Array> | undefined

/** Describes one call of the WeCom API as data. Create it with `defineEndpoint` and pass it to `client.request`. */
export interface Endpoint<Params extends object, Result extends object> {
  /** Name of the function for this call. */
  readonly name: string
  readonly method: 'GET' | 'POST'
  readonly path: `/${string}`
  readonly effect: Effect
  readonly token: TokenKind
  /** Number of the official page: `https://developer.work.weixin.qq.com/document/path/<docs>`. */
  readonly docs: number
  readonly params: v.GenericSchema<Params>
  readonly result: v.GenericSchema<Result>
  /** Parameters of a POST that go into the query string. All others go into the body. */
  readonly query?: readonly string[] | undefined
  /** Encoding of the body. Default: JSON. `multipart` for files. */
  readonly encoding?: BodyEncoding | undefined
  /** `openFile` if the answer is a file. Failures are JSON. */
  readonly download?: OpenFile | undefined
  /** `optional` if WeCom documents that a successful answer may lack `errcode`. Default: it must have one. */
  readonly errcode?: 'optional' | undefined
  /** The errcode with which WeCom says that there is nothing, and the result to return for it. */
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

/** The result of an endpoint with `download`: a file that is still arriving. */
export interface Download {
  /** 200, or 206 for a part requested with a `Range` header. */
  readonly status: number
  readonly headers: Headers
  /** Read it to the end or cancel it; otherwise the connection stays busy. */
  readonly body: ReadableStream<Uint8Array>
}
