const threeDays = 3 * 24 * 60 * 60 * 1000

/**
 * Returns the time at which a media_id expires: 3 days after the upload. To use the file after this time, upload it
 * again and use the new media_id.
 *
 * @param media - result of `uploadMedia`, `uploadAttachment` or `waitForMediaUpload`. Its `created_at` is a number or a
 *   string of digits.
 * @returns the time of expiry, in milliseconds since 1970. WeCom's `created_at` is in seconds.
 *
 * @example
 * const isUsable = mediaExpiresAt(media) > Date.now()
 */
export function mediaExpiresAt({ created_at }: { readonly created_at: string | number }): number {
  return Number(created_at) * 1000 + threeDays
}
