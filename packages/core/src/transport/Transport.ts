/** A function that works like `fetch`. */
export type Fetch = typeof globalThis.fetch

/** One HTTP request, complete with its credential. */
export interface TransportRequest {
  readonly method: 'GET' | 'POST'
  /** Absolute, or a path in a page. Its query string holds the token. */
  readonly url: string
  /** Names in lower case; `content-type` is among them where there is a body. */
  readonly headers: Readonly<Record<string, string>>
  /** JSON, or a form as a Blob of bytes. */
  readonly body: string | Blob | undefined
  /** True for `create` and `send`: a transport that repeats requests by itself must not repeat this one. */
  readonly once: boolean
  /**
   * Resolves with the reason when the call is aborted or its time is up; otherwise it stays pending. The transport then
   * closes the connection, also below a body that is still arriving. The client does not wait for it.
   */
  readonly stopped: Promise<unknown>
}

/** The answer to one request, as soon as its headers are there. The client reads `body` or calls `text`, not both. */
export interface TransportResponse {
  readonly status: number
  readonly headers: Headers
  /** The decoded body, for files; null where there is none. */
  readonly body: ReadableStream<Uint8Array> | null
  /**
   * Reads the decoded body to its end. Once it is longer than `maxBytes` bytes, closes the connection and gives
   * undefined: a small body may unpack to gigabytes.
   */
  readonly text: (maxBytes: number) => Promise<string | undefined>
}

/**
 * Carries requests to WeCom: `fetch` by default, `undiciTransport` of `@wecom/core/undici`, `kyTransport` of
 * `@wecom/core/ky`, or your own.
 *
 * The client does everything else: retries, time limits, tokens, and errors. It reads `code`, `syscall`, `host`, `port`
 * and `cause` of an error that a transport throws, and drops the rest, as messages tend to hold the URL. An error whose
 * `syscall` is `connect` says that nothing was sent.
 */
export interface Transport {
  /** Sends one request, once, does not follow redirects, and gives back the answer whatever its status. */
  readonly send: (request: TransportRequest) => Promise<TransportResponse>
}
