import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'

/** A video or a file of a message. */
export interface MessageMedia {
  /** Sent: from `media/upload`. Read: can be fetched with `media/get`. */
  media_id: string
}

export const messageMediaSchema: v.GenericSchema<MessageMedia> = wireObject<MessageMedia>({ media_id: v.string() })
