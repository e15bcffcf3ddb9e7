import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/**
 * A picture of a message. At least one of `media_id` and `pic_url` is required. If you pass both, WeCom uses
 * `media_id`.
 */
export interface MessageImageParams {
  /** Media_id of the picture, from `uploadMedia` of `@wecom/media`. It expires after 3 days. */
  media_id?: string | undefined
  /** Permanent URL of the picture, from `uploadImage` of `@wecom/media`. */
  pic_url?: string | undefined
}

export const messageImageParamsSchema: v.GenericSchema<MessageImageParams> = v.pipe(
  wireObject<MessageImageParams>({
    media_id: v.optional(v.string()),
    pic_url: v.optional(v.string()),
  }),
  v.check(({ media_id, pic_url }) => Boolean(media_id || pic_url), 'one of media_id and pic_url is required'),
)
