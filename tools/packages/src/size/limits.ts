/** Maximum sizes of bundles in bytes after gzip, including dependencies. */
export const limits = {
  /**
   * Maximum size, in bytes after gzip, of a browser program with a client, a given token (`staticToken`) and one
   * function. The README of the project promises this limit. Every client contains the features in this list, and no
   * option leaves their code out of a bundle. Each entry starts with the size of the code in bytes:
   * - 320: refuses wrong settings, wrong time limits, and options in the place of parameters
   * - 225: finds secrets in any encoding
   * - 185: checks headers
   * - 170: checks the base URL
   * - 170: parses answers with unescaped control characters or with long integers
   * - 155: limits the size of an answer
   * - 145: adds the remedy to the errors of three errcodes
   * - 35: shows why a proxy refused a call
   * - 110: stops waiting for a token or a limiter after an abort
   */
  client: 8000,
  /**
   * Maximum size, in bytes after gzip, of the program that `client` describes, in a bundle for a server. This bundle is
   * 390 bytes larger than the bundle for browsers, because it also contains code that reads the error codes of Node.js.
   * This code finds out whether a request failed before it was sent. Browsers have no such error codes.
   */
  serverClient: 8400,
  /**
   * Maximum size, in bytes after gzip, of the program that `client` describes, if it sends its requests with the
   * library ky. The code of ky alone has 8,900 bytes.
   */
  kyClient: 16_500,
  /**
   * Number of bytes after gzip by which a program may become larger if it uses `corpToken` instead of `staticToken`.
   * `corpToken` adds the code that requests and stores tokens.
   */
  corpToken: 1975,
  /**
   * Maximum number of bytes after gzip that the code for paging may add to a program. The first function that reads a
   * list page by page adds this code. In addition, the function itself may have the bytes that `function` allows.
   */
  paging: 450,
  /** Maximum number of bytes after gzip that one more function may add to a program. */
  function: 400,
} as const

/**
 * A limit for one function that is higher than `limits.function`. Only this function and the function `beside` need
 * certain code, such as the code for downloads. If a program already contains this code, `limits.function` applies.
 */
export interface Exception {
  /** Maximum number of bytes after gzip that the function may add to a program without the function `beside`. */
  readonly limit: number
  readonly reason: string
  /**
   * Function that needs the same code, such as `getMedia` for `getHdVoice`. A program that calls `getMedia` already
   * contains this code. In such a program, `getHdVoice` may add at most `limits.function` bytes.
   */
  readonly otherFunction: string
}

/**
 * Higher limits of some functions, by function name. These functions may be larger than others, because they upload or
 * download files.
 *
 * The bundle of an upload function contains the code that reads files. The functions do not load this code by
 * `import()`, for three reasons:
 * - With `import()`, all files of a program together were up to 1900 bytes larger in a measurement.
 * - Service workers do not allow `import()`.
 * - With `import()`, a browser must request the code before an upload.
 */
export const exceptions: Readonly<Record<string, Exception>> = {
  getHdVoice: {
    limit: 700,
    reason:
      'takes the file out of the answer and ends its time limit; reads name, type, size and range from the headers of the file',
    otherFunction: 'getMedia',
  },
  getMedia: {
    limit: 850,
    reason:
      'takes the file out of the answer and ends its time limit; reads name, type, size and range from the headers of the file; checks a range',
    otherFunction: 'getHdVoice',
  },
  uploadAttachment: {
    limit: 2030,
    reason: 'reads PNG, JPEG and MP4 to check size and duration before sending; writes the form',
    otherFunction: 'uploadMedia',
  },
  uploadImage: {
    limit: 450,
    reason: 'writes the form',
    otherFunction: 'uploadMedia',
  },
  uploadMedia: {
    limit: 2000,
    reason: 'reads PNG, JPEG, AMR and MP4 to check format and duration before sending; writes the form',
    otherFunction: 'uploadAttachment',
  },
}
