/**
 * A function with the same parameters and the same result as the global function `fetch`, e.g. `fetch` of a fake corp.
 */
export type Fetch = typeof globalThis.fetch

/** One HTTP request of a client, including its token. */
export interface TransportRequest {
  readonly method: 'GET' | 'POST'
  /**
   * URL of the request. The query string contains the token. In a web page, the URL may begin with the path, without
   * scheme and host.
   */
  readonly url: string
  /**
   * Headers of the request. The client writes the names of its own headers in lower case. The names of headers from
   * the option `headers` and from the token source are unchanged. A request with a body has the header `content-type`.
   */
  readonly headers: Readonly<Record<string, string>>
  /** Body of the request: JSON as a string, or a form as a Blob. */
  readonly body: string | Blob | undefined
  /**
   * Whether the effect of the call is `create` or `send` (see `Effect`). If true, the transport must never send the
   * request twice.
   */
  readonly once: boolean
  /**
   * Promise that resolves when the call is aborted or its time limit is exceeded. Its value is the reason of the abort
   * signal, or an error that says that the time is up. In all other cases the promise stays pending.
   *
   * When the promise resolves, the transport must close the connection, even if a body is still arriving. The client
   * does not wait until the connection is closed.
   */
  readonly stopped: Promise<unknown>
}

/**
 * The answer to one HTTP request, available when its headers have arrived. The client either reads `body` or calls
 * `text`, but not both.
 */
export interface TransportResponse {
  readonly status: number
  readonly headers: Headers
  /**
   * The body of the answer, already decompressed. The client reads this stream if the answer is a file. Null if the
   * answer has no body.
   */
  readonly body: ReadableStream<Uint8Array> | null
  /**
   * Reads the decompressed body to its end and returns the text. If the decompressed body is longer than `maxBytes`,
   * closes the connection and returns undefined. The limit protects the process, because a small compressed body may
   * unpack to gigabytes.
   */
  readonly text: (maxBytes: number) => Promise<string | undefined>
}

/**
 * Sends the HTTP requests of a client. The default transport uses `fetch`. `undiciTransport` of `@wecom/core/undici`
 * and `kyTransport` of `@wecom/core/ky` create other transports. You can also write your own.
 *
 * A transport only sends. The client adds retries, time limits, tokens and errors.
 *
 * If a transport throws an error, the client takes only two facts from it: the error code, and whether the request was
 * certainly not sent. It reads them from fields such as `code`, `syscall` and `cause`. An error with the `syscall`
 * `connect` means that nothing was sent. The client does not repeat the message of the error, which often contains the
 * URL with the token.
 *
 * In a bundle for browsers or for workerd, the runtime of Cloudflare Workers, the client reads only `code` and
 * `syscall`.
 */
export interface Transport {
  /** Sends one request once, without following redirects. Returns the answer, whatever its HTTP status is. */
  readonly send: (request: TransportRequest) => Promise<TransportResponse>
}
