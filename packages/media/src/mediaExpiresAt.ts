const threeDays = 3 * 24 * 60 * 60

/**
 * Tells until when a media_id can be used. Ask again in good time: a message that is composed now is often sent later.
 *
 * @param media - result of `uploadMedia`, `uploadAttachment` or `waitForMediaUpload`; their `created_at` comes as a
 *   number or as a numeric string.
 * @returns unix seconds, like all times of WeCom: `new Date(seconds * 1000)` makes a date of them.
 *
 * @example
 * const isUsable = mediaExpiresAt(media) > Date.now() / 1000
 */
export function mediaExpiresAt({ created_at }: { readonly created_at: string | number }): number {
  return Number(created_at) + threeDays
}
