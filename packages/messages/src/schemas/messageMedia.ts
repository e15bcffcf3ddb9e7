import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** A video or a file of a message. */
export interface MessageMedia {
  /**
   * Media_id of the video or file. In parameters, pass a media_id from `uploadMedia` of `@wecom/media`. If the media_id
   * is from a result, `getMedia` of `@wecom/media` downloads the file.
   */
  media_id: string
}

export const messageMediaSchema: v.GenericSchema<MessageMedia> = wireObject<MessageMedia>({ media_id: v.string() })
