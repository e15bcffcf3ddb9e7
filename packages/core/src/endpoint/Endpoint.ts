import type * as v from 'valibot'

/**
 * What a call does to the corp, and so what may be done after a failure:
 * - `read` changes nothing, `write` leads to the same state however often it runs: both may be sent again;
 * - `create` makes another one each time, `send` reaches people: neither is sent again once it may have arrived.
 */
export type Effect = 'read' | 'write' | 'create' | 'send'

/** The credential an endpoint takes. `none` is for the calls that fetch tokens. */
export type TokenKind = 'corp' | 'suite' | 'provider' | 'none'

/** How an endpoint hands out a long list: which parameter asks for the next page, and what in the result tells it. */
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

/** How a body travels that is not JSON. The endpoint brings the code along, so that only programs that upload hold it. */
export interface BodyEncoding {
  readonly name: 'multipart'
  /** Writes the fields of a body. Those that are undefined are left out. */
  readonly encode: (fields: Readonly<Record<string, unknown>>) => Blob
}

/**
 * Takes the file out of an answer; undefined where it holds none. The endpoint brings the code along, so that only programs
 * that download hold it.
 *
 * @param release - called once the file has ended, in whatever way.
 */
export type OpenFile = (
  answer: { readonly status: number; readonly headers: Headers; readonly body: ReadableStream<Uint8Array> | null },
  release?: () => void,
) => ReadableStream<Uint8Array> | undefined

/** One call of the WeCom API, as data. Made by `defineEndpoint`, handed to `client.request`. */
export interface Endpoint<Params extends object, Result extends object> {
  /** Name of the function that makes the call. */
  readonly name: string
  readonly method: 'GET' | 'POST'
  readonly path: `/${string}`
  readonly effect: Effect
  readonly token: TokenKind
  /** Number of the official page: `https://developer.work.weixin.qq.com/document/path/<docs>`. */
  readonly docs: number
  readonly params: v.GenericSchema<Params>
  readonly result: v.GenericSchema<Result>
  /** Parameters of a POST that travel in the query string; all others form the body. */
  readonly query?: readonly string[] | undefined
  /** How the body travels: as JSON, or as a form where it is `multipart`, for files. */
  readonly encoding?: BodyEncoding | undefined
  /** `openFile` where the answer is a file; only failures come as JSON. */
  readonly download?: OpenFile | undefined
  /** WeCom documents that a successful answer may come without `errcode`. In all others it has one. */
  readonly errcode?: 'optional' | undefined
  /** The errcode by which this endpoint says "nothing there", and the result that stands for it. */
  readonly empty?: { readonly errcode: number; readonly result: Result } | undefined
  /** Function that tells whether a `create` or `send` without an answer took effect. */
  readonly checkWith?: string | undefined
  readonly pagination?: Pagination | undefined
}

/** An endpoint whose result is one page of a list: `Items` names the field that holds the list. */
export interface PagedEndpoint<
  Params extends object,
  Result extends object,
  Items extends keyof Result & string,
> extends Endpoint<Params, Result> {
  readonly pagination: Pagination & { readonly items: Items }
}

/** Any endpoint, for lists of them. */
export type AnyEndpoint = Endpoint<object, object>

/** What an endpoint with `download` gives back: a file on its way. */
export interface Download {
  /** 200, or 206 for the part that a `Range` header asked for. */
  readonly status: number
  readonly headers: Headers
  /** Read it to the end or cancel it, or the connection stays busy. */
  readonly body: ReadableStream<Uint8Array>
}
