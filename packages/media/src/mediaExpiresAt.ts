const threeDays = 3 * 24 * 60 * 60 * 1000

/**
 * Returns when a media_id expires, three days after its upload. Members may send a message long after you created it,
 * so upload the file again before it expires.
 *
 * @param media - result of `uploadMedia`, `uploadAttachment` or `waitForMediaUpload`; `created_at` is a number or a
 * numeric string.
 * @returns the time in milliseconds since 1970, like all times of this SDK. WeCom's `created_at` is in seconds.
 *
 * @example
 * const isUsable = mediaExpiresAt(media) > Date.now()
 */
export function mediaExpiresAt({ created_at }: { readonly created_at: string | number }): number {
  return Number(created_at) * 1000 + threeDays
}
