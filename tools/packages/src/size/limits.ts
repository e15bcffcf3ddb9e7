/** Bytes after gzip, dependencies included. */
export const limits = {
  /**
   * Client, a token that somebody else keeps, one function, for browsers: the bar of the project. The 1000 bytes above 7000
   * are among these, which disappear with their code: 320 refuse settings, time limits and misplaced options; 225 find
   * secrets in any encoding; 185 check headers; 170 check the base URL; 170 read control characters and long integers; 155
   * bound the size of an answer; 145 say what to do after three errcodes; 110 end waits for tokens and limiters.
   */
  client: 8000,
  /**
   * The same for a server. 350 bytes tell failures before a request was sent from those after it, by the error codes of
   * Node, which browsers do not have.
   */
  serverClient: 8350,
  /** The client for browsers over ky, which alone weighs 8,900. */
  kyClient: 16_500,
  /** The bytes that fetching and keeping tokens may add to either. */
  corpToken: 1800,
  /** The bytes that the first paged function may add beside its own shape. */
  paging: 450,
  /** The bytes that one more function may add. */
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
 * `import()` could load the code that reads files when an upload needs it. Measured, that makes every bundle
 * larger in sum (up to 1900 bytes here), service workers do not allow it, and an upload would come to need one more
 * request than the upload.
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
