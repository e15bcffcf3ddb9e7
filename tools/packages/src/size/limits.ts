/** Maximum sizes of bundles in bytes after gzip, including dependencies. */
export const limits = {
  /**
   * Maximum size of a browser program with a client, a given token and one function. This is the limit that the project
   * promises. These features of the client can be left out only with their code, and have this size in bytes:
   * - 320: refuses wrong settings, time limits and misplaced options
   * - 225: finds secrets in any encoding
   * - 185: checks headers
   * - 170: checks the base URL
   * - 170: reads control characters and long integers
   * - 155: limits the size of an answer
   * - 145: says what to do after three errcodes
   * - 110: ends waits for tokens and limiters
   */
  client: 8000,
  /**
   * Maximum size of the program of `client` on a server. It has 390 more bytes, which detect by the error codes of
   * Node.js whether a request failed before it was sent. Browsers have no such error codes. 40 of these bytes tell the
   * refusal of a proxy from other aborted requests, which may have been sent.
   */
  serverClient: 8400,
  /** Maximum size of the program of `client` if it uses ky, which alone has 8,900 bytes. */
  kyClient: 16_500,
  /** Maximum number of bytes that requesting and storing tokens may add to `client` or `kyClient`. */
  corpToken: 1800,
  /** Maximum number of bytes that the first function with pages may add, besides its own schemas. */
  paging: 450,
  /** Maximum number of bytes that one more function may add. */
  function: 400,
} as const

/**
 * The limit of a function that is larger than `limits.function`, because it needs code that it shares with another
 * function. Beside the other function, the usual limit applies.
 */
export interface Exception {
  readonly limit: number
  readonly reason: string
  /** Name of the other function, which shares the code. */
  readonly beside: string
}

/**
 * The functions that may be larger than others, because they upload or download files.
 *
 * The code that reads files could be loaded by `import()` when an upload needs it. But according to measurements, this
 * makes every bundle larger, here by up to 1900 bytes in total. Service workers do not allow `import()`, and an upload
 * would need another request.
 */
export const exceptions: Readonly<Record<string, Exception>> = {
  getHdVoice: {
    limit: 700,
    reason:
      'takes the file out of the answer and ends its time limit; reads name, type, size and range from the headers of the file',
    beside: 'getMedia',
  },
  getMedia: {
    limit: 850,
    reason:
      'takes the file out of the answer and ends its time limit; reads name, type, size and range from the headers of the file; checks a range',
    beside: 'getHdVoice',
  },
  uploadAttachment: {
    limit: 2030,
    reason: 'reads PNG, JPEG and MP4 to check size and duration before sending; writes the form',
    beside: 'uploadMedia',
  },
  uploadImage: {
    limit: 450,
    reason: 'writes the form',
    beside: 'uploadMedia',
  },
  uploadMedia: {
    limit: 2000,
    reason: 'reads PNG, JPEG, AMR and MP4 to check format and duration before sending; writes the form',
    beside: 'uploadAttachment',
  },
}
