const threeDays = 3 * 24 * 60 * 60 * 1000

/**
 * Returns the time at which a media_id expires: 3 days after the upload. A member may send a mass message long after
 * you created the message. If its file must still be usable at that time, upload the file again before its media_id
 * expires.
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
