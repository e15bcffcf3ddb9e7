import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** A picture of a message. One of the two fields must be given; `media_id` wins where both are. */
export interface MessageImageParams {
  /** From `media/upload`; expires after three days. */
  media_id?: string | undefined
  /** Permanent URL of a picture; only those that `media/uploadimg` returns. */
  pic_url?: string | undefined
}

export const messageImageParamsSchema: v.GenericSchema<MessageImageParams> = v.pipe(
  wireObject<MessageImageParams>({
    media_id: v.optional(v.string()),
    pic_url: v.optional(v.string()),
  }),
  v.check(({ media_id, pic_url }) => Boolean(media_id || pic_url), 'one of media_id and pic_url is required'),
)
