import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** A video or a file of a message. */
export interface MessageMedia {
  /** In parameters: from `uploadMedia` of `@wecom/media`. In results: for `getMedia`. */
  media_id: string
}

export const messageMediaSchema: v.GenericSchema<MessageMedia> = wireObject<MessageMedia>({ media_id: v.string() })
