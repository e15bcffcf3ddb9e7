const threeDays = 3 * 24 * 60 * 60 * 1000

/**
 * Tells until when a media_id can be used. Ask again in good time: a message that is composed now is often sent later.
 *
 * @param media - result of `uploadMedia`, `uploadAttachment` or `waitForMediaUpload`; their `created_at` comes as a
 *   number or as a numeric string.
 * @returns milliseconds since 1970, like all times of this SDK; WeCom's own `created_at` is in seconds.
 *
 * @example
 * const isUsable = mediaExpiresAt(media) > Date.now()
 */
export function mediaExpiresAt({ created_at }: { readonly created_at: string | number }): number {
  return Number(created_at) * 1000 + threeDays
}
