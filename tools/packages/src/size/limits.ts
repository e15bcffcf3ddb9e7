/** Bytes after gzip, dependencies included. */
export const limits = {
  /**
   * Client, a token that somebody else keeps, one function. **The bar of the project is 8000, and is not met.** Above
   * 7000 stand, in bytes: 250 tell failures before a request was sent from those after it; 490 refuse settings, options
   * and base URLs that cannot work; 130 read control characters and long integers; 130 bound the size of an answer; 130
   * find secrets in any encoding; 210 end every wait and release every listener; 170 are the callId, remedies and
   * `explain`; 115 make transports values; the rest tells WeCom's answers from those of a gateway.
   */
  client: 8990,
  /** The same over ky, which alone weighs 8,900. */
  kyClient: 17_400,
  /** What fetching and keeping tokens may add to either. */
  corpToken: 1500,
  /** What the first function that lists page by page may add beside its own shape. */
  paging: 450,
  /** What one more function may add. */
  function: 400,
} as const

/** A function that brings what it shares with another one, and weighs like all others beside it. */
export interface Exception {
  readonly limit: number
  readonly reason: string
  /** The other one. */
  readonly beside: string
}

/**
 * Functions that are truly larger than most where they come first: those that move files.
 *
 * What uploads bring to read files could be loaded by `import()` when it is needed. Measured, that makes every bundle
 * larger in sum (up to 1900 bytes here), service workers do not allow it, and an upload would come to need one more
 * request than the upload.
 */
export const exceptions: Readonly<Record<string, Exception>> = {
  getHdVoice: {
    limit: 530,
    reason: 'reads name, type, size and range from the headers of the file',
    beside: 'getMedia',
  },
  getMedia: {
    limit: 690,
    reason: 'reads name, type, size and range from the headers of the file; checks a range',
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
