/** A function that works like `fetch`. */
export type Fetch = typeof globalThis.fetch

/** One HTTP request, including its token. */
export interface TransportRequest {
  readonly method: 'GET' | 'POST'
  /** Absolute, or a path in a page. Its query string holds the token. */
  readonly url: string
  /** Names are in lower case. Includes `content-type` if there is a body. */
  readonly headers: Readonly<Record<string, string>>
  /** JSON, or a form as a Blob of bytes. */
  readonly body: string | Blob | undefined
  /** True for `create` and `send`: the transport must not repeat the request by itself. */
  readonly once: boolean
  /**
   * Resolves with the reason when the call is aborted or its time is up; otherwise it stays pending. The transport must
   * then close the connection, even if a body is still arriving. The client does not wait for that.
   */
  readonly stopped: Promise<unknown>
}

/**
 * The answer to one request, available once its headers have arrived. The client reads `body` or calls `text`, not
 * both.
 */
export interface TransportResponse {
  readonly status: number
  readonly headers: Headers
  /** The decoded body, for files; null if there is none. */
  readonly body: ReadableStream<Uint8Array> | null
  /**
   * Reads the decoded body to its end. If it is longer than `maxBytes`, closes the connection and returns undefined: a
   * small body may unpack to gigabytes.
   */
  readonly text: (maxBytes: number) => Promise<string | undefined>
}

/**
 * Sends requests to WeCom: `fetch` by default, `undiciTransport` of `@wecom/core/undici`, `kyTransport` of
 * `@wecom/core/ky`, or your own.
 *
 * The client does everything else: retries, time limits, tokens and errors. From an error that a transport throws, it
 * reads `code`, `syscall`, `host`, `port` and `cause`, and drops the rest, because messages often hold the URL. An
 * error whose `syscall` is `connect` means that nothing was sent.
 */
export interface Transport {
  /** Sends one request once, without following redirects, and returns the answer, whatever its status. */
  readonly send: (request: TransportRequest) => Promise<TransportResponse>
}
