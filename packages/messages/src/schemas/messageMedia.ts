import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** A video or a file of a message. */
export interface MessageMedia {
  /**
   * Media_id of the video or file. For parameters, it comes from `uploadMedia` of `@wecom/media`. For results,
   * `getMedia` of `@wecom/media` downloads it.
   */
  media_id: string
}

export const messageMediaSchema: v.GenericSchema<MessageMedia> = wireObject<MessageMedia>({ media_id: v.string() })
