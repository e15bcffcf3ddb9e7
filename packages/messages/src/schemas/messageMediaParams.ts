import { wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import type { MessageMedia } from './messageMedia.ts'

export const messageMediaParamsSchema: v.GenericSchema<MessageMedia> = wireObject<MessageMedia>({
  media_id: v.pipe(v.string(), v.nonEmpty()),
})
