/** A function that works like `fetch`. */
export type Fetch = typeof globalThis.fetch

/** One HTTP request of a client. It includes the token. */
export interface TransportRequest {
  readonly method: 'GET' | 'POST'
  /** URL of the request, whose query string contains the token. In a web page it may be only a path. */
  readonly url: string
  /** Headers of the request. Names are in lower case. `content-type` is among them if there is a body. */
  readonly headers: Readonly<Record<string, string>>
  /** Body of the request: JSON, or a form as a Blob of bytes. */
  readonly body: string | Blob | undefined
  /** Whether the request belongs to a `create` or `send` call. If so, the transport must not repeat it. */
  readonly once: boolean
  /**
   * Promise that resolves with the reason when the call is aborted or its time is over. Otherwise the promise stays
   * pending. When it resolves, the transport must close the connection, even if a body is still arriving. The client
   * does not wait for that.
   */
  readonly stopped: Promise<unknown>
}

/**
 * The answer to one request, available once its headers have arrived. The client either reads `body` or calls `text`,
 * but not both.
 */
export interface TransportResponse {
  readonly status: number
  readonly headers: Headers
  /** The decoded body, for files. Null if the answer has no body. */
  readonly body: ReadableStream<Uint8Array> | null
  /**
   * Reads the decoded body to its end. If the body is longer than `maxBytes`, closes the connection and returns
   * undefined, because a small compressed body may unpack to gigabytes.
   */
  readonly text: (maxBytes: number) => Promise<string | undefined>
}

/**
 * Sends requests to WeCom: `fetch` by default, `undiciTransport` of `@wecom/core/undici`, `kyTransport` of
 * `@wecom/core/ky`, or a transport of your own.
 *
 * The client does everything else: retries, time limits, tokens and errors. If a transport throws an error, the client
 * reads `code`, `syscall`, `host`, `port` and `cause`, and drops the rest, because messages often contain the URL. An
 * error whose `syscall` is `connect` means that nothing was sent. In bundles for browsers and workerd the client reads
 * only `code` and `syscall`.
 */
export interface Transport {
  /** Sends one request once, without following redirects. Returns the answer, whatever its status. */
  readonly send: (request: TransportRequest) => Promise<TransportResponse>
}
