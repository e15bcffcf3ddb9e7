import type {
  MassMessageAttachment,
  MassMessageImage,
  MassMessageMiniprogram,
  MessageImageParams,
  MessageLink,
  MessageMedia,
  MessageMiniprogram,
  MessageText,
} from '@wecom/messages'
import * as v from 'valibot'
import type { GroupWelcome } from '../tenant/groupWelcomes.ts'
import type { MassMessage, MassMessageReceipt, MassMessageTask } from '../tenant/massMessages.ts'
import type { ReceivingLimit } from '../tenant/receivingLimit.ts'
import { id, seconds, seedRow } from './seedRow.ts'

const textSchema = seedRow<MessageText>({ content: v.string() })
const mediaSchema = seedRow<MessageMedia>({ media_id: id })
const linkSchema = seedRow<MessageLink>({
  title: v.string(),
  picurl: v.optional(v.string()),
  desc: v.optional(v.string()),
  url: id,
})

const attachmentSchema = seedRow<MassMessageAttachment>({
  msgtype: v.picklist(['image', 'link', 'miniprogram', 'video', 'file']),
  image: v.optional(seedRow<MassMessageImage>({ media_id: v.optional(id), pic_url: v.optional(id) })),
  link: v.optional(linkSchema),
  miniprogram: v.optional(
    seedRow<MassMessageMiniprogram>({ title: v.string(), pic_media_id: v.optional(id), appid: id, page: v.string() }),
  ),
  video: v.optional(mediaSchema),
  file: v.optional(mediaSchema),
})

const receiptSchema = seedRow<MassMessageReceipt>({
  external_userid: v.optional(id),
  chat_id: v.optional(id),
  status: v.picklist([0, 1, 2, 3]),
  send_time: v.optional(seconds),
})

export const massMessageSchema: v.GenericSchema<MassMessage> = seedRow<MassMessage>({
  msgid: id,
  chat_type: v.picklist(['single', 'group']),
  creator: v.optional(id),
  create_time: seconds,
  create_type: v.picklist([0, 1]),
  text: v.optional(textSchema),
  attachments: v.optional(v.array(attachmentSchema)),
  allow_select: v.optional(v.boolean()),
  tasks: v.array(
    seedRow<MassMessageTask>({
      userid: id,
      send_time: v.optional(seconds),
      ignored_at: v.optional(seconds),
      deliveries: v.array(receiptSchema),
    }),
  ),
  reminded_at: v.optional(v.array(seconds)),
  cancelled_at: v.optional(seconds),
})

export const receivingLimitSchema: v.GenericSchema<ReceivingLimit> = v.picklist(['month', 'week', 'day'])

export const groupWelcomeSchema: v.GenericSchema<GroupWelcome> = seedRow<GroupWelcome>({
  template_id: id,
  app: id,
  text: v.optional(textSchema),
  image: v.optional(seedRow<MessageImageParams>({ media_id: v.optional(id), pic_url: v.optional(id) })),
  link: v.optional(linkSchema),
  miniprogram: v.optional(
    seedRow<MessageMiniprogram>({ title: v.string(), pic_media_id: id, appid: id, page: v.string() }),
  ),
  file: v.optional(mediaSchema),
  video: v.optional(mediaSchema),
})
