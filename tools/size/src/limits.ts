/** Bytes after gzip, dependencies included. */
export const limits = {
  /** Client, a token that somebody else keeps, one function. */
  client: 6500,
  /** The same over ky, which alone weighs 8,900. */
  kyClient: 15_600,
  /** What fetching and keeping tokens may add to either. */
  corpToken: 1100,
  /** What one more function may add. */
  function: 400,
} as const

/** Functions that are truly larger than most. */
export const exceptions: Readonly<Record<string, { readonly limit: number; readonly reason: string }>> = {
  createMomentTask: { limit: 450, reason: 'senders, customers and three kinds of attachments stand in this one call' },
  getHdVoice: { limit: 650, reason: 'reads name, type, size and range from the headers of the file' },
  getMedia: { limit: 750, reason: 'reads name, type, size and range from the headers of the file; checks a range' },
  uploadAttachment: { limit: 1700, reason: 'reads PNG, JPEG and MP4 to check size and duration before sending' },
  uploadMedia: { limit: 1700, reason: 'reads PNG, JPEG, AMR and MP4 to check format and duration before sending' },
}
