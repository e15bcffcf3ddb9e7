import type { ContactWayConclusions } from '@wecom/contact-way'
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
import {
  createMomentTaskEndpoint,
  type InvalidMomentCustomers,
  type InvalidMomentSenders,
  type MomentImage,
  type MomentInteraction,
  type MomentLink,
  type MomentLocation,
  type MomentTaskResult,
  type MomentText,
  type MomentVideo,
} from '@wecom/moments'
import * as v from 'valibot'
import { id, rowSchema, seconds } from '../base/input.ts'
import type {
  AcquiredCustomer,
  AcquisitionClick,
  AcquisitionLink,
  AcquisitionQuota,
  QuotaPart,
} from '../state/acquisition.ts'
import type { ContactWay, TempChat } from '../state/contactWay.ts'
import type { InterceptRule } from '../state/intercept.ts'
import type { MediaFile, MediaJob, UploadedPicture } from '../state/media.ts'
import type { MassMessage, MassMessageReceipt, MassMessageTask, ReceivingLimit } from '../state/messages.ts'
import type { MomentJob } from '../state/momentJobs.ts'
import type { Moment, MomentPublication } from '../state/moments.ts'
import type { Product } from '../state/products.ts'
import type { GroupWelcome } from '../state/welcomes.ts'

export const mediaFileSchema: v.GenericSchema<MediaFile> = rowSchema<MediaFile>({
  media_id: id,
  type: v.picklist(['image', 'voice', 'video', 'file']),
  attachment_type: v.optional(v.picklist([1, 2])),
  filename: v.string(),
  content_type: v.pipe(v.string(), v.regex(/^[ -~]*$/, 'must fit into a header')),
  content: v.pipe(v.string(), v.base64('must be base64')),
  created_at: seconds,
})

export const uploadedPictureSchema: v.GenericSchema<UploadedPicture> = rowSchema<UploadedPicture>({
  url: v.string(),
  created_at: seconds,
})

export const mediaJobSchema: v.GenericSchema<MediaJob> = rowSchema<MediaJob>({
  jobid: id,
  app: id,
  type: v.picklist(['video', 'file']),
  filename: v.string(),
  url: v.string(),
  created_at: seconds,
  status: v.picklist([1, 2, 3]),
  errcode: v.number(),
  media_id: v.optional(id),
})

export const productSchema: v.GenericSchema<Product> = rowSchema<Product>({
  product_id: id,
  app: id,
  product_sn: v.string(),
  description: v.string(),
  price: v.number(),
  media_ids: v.array(id),
  create_time: seconds,
  deleted: v.optional(v.boolean()),
})

const textSchema = rowSchema<MessageText>({ content: v.string() })
const mediaSchema = rowSchema<MessageMedia>({ media_id: id })
const linkSchema = rowSchema<MessageLink>({
  title: v.string(),
  picurl: v.optional(v.string()),
  desc: v.optional(v.string()),
  url: id,
})

const attachmentSchema = rowSchema<MassMessageAttachment>({
  msgtype: v.picklist(['image', 'link', 'miniprogram', 'video', 'file']),
  image: v.optional(rowSchema<MassMessageImage>({ media_id: v.optional(id), pic_url: v.optional(id) })),
  link: v.optional(linkSchema),
  miniprogram: v.optional(
    rowSchema<MassMessageMiniprogram>({ title: v.string(), pic_media_id: v.optional(id), appid: id, page: v.string() }),
  ),
  video: v.optional(mediaSchema),
  file: v.optional(mediaSchema),
})

const receiptSchema = rowSchema<MassMessageReceipt>({
  external_userid: v.optional(id),
  chat_id: v.optional(id),
  status: v.picklist([0, 1, 2, 3]),
  send_time: v.optional(seconds),
})

export const massMessageSchema: v.GenericSchema<MassMessage> = rowSchema<MassMessage>({
  msgid: id,
  chat_type: v.picklist(['single', 'group']),
  creator: v.optional(id),
  create_time: seconds,
  create_type: v.picklist([0, 1]),
  text: v.optional(textSchema),
  attachments: v.optional(v.array(attachmentSchema)),
  allow_select: v.optional(v.boolean()),
  tasks: v.array(
    rowSchema<MassMessageTask>({
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

export const groupWelcomeSchema: v.GenericSchema<GroupWelcome> = rowSchema<GroupWelcome>({
  template_id: id,
  app: id,
  text: v.optional(textSchema),
  image: v.optional(rowSchema<MessageImageParams>({ media_id: v.optional(id), pic_url: v.optional(id) })),
  link: v.optional(linkSchema),
  miniprogram: v.optional(
    rowSchema<MessageMiniprogram>({ title: v.string(), pic_media_id: id, appid: id, page: v.string() }),
  ),
  file: v.optional(mediaSchema),
  video: v.optional(mediaSchema),
})

const interactionSchema = rowSchema<MomentInteraction>({
  external_userid: v.optional(id),
  userid: v.optional(id),
  create_time: seconds,
})

export const momentSchema: v.GenericSchema<Moment> = rowSchema<Moment>({
  moment_id: id,
  creator: v.optional(id),
  create_time: seconds,
  create_type: v.picklist([0, 1]),
  visible_type: v.picklist([0, 1]),
  text: v.optional(rowSchema<MomentText>({ content: v.string() })),
  image: v.optional(v.array(rowSchema<MomentImage>({ media_id: id }))),
  video: v.optional(rowSchema<MomentVideo>({ media_id: id, thumb_media_id: v.optional(id) })),
  link: v.optional(rowSchema<MomentLink>({ title: v.optional(v.string()), url: id })),
  location: v.optional(rowSchema<MomentLocation>({ latitude: v.string(), longitude: v.string(), name: v.string() })),
  publications: v.array(
    rowSchema<MomentPublication>({
      userid: id,
      publish_time: v.optional(seconds),
      ignored_at: v.optional(seconds),
      chosen: v.array(id),
      reached: v.array(id),
      comments: v.array(interactionSchema),
      likes: v.array(interactionSchema),
    }),
  ),
  cancelled_at: v.optional(seconds),
  deleted_at: v.optional(seconds),
})

export const momentJobSchema: v.GenericSchema<MomentJob> = rowSchema<MomentJob>({
  jobid: id,
  app: id,
  asked_at: seconds,
  request: createMomentTaskEndpoint.params,
  result: v.optional(
    rowSchema<MomentTaskResult>({
      errcode: v.optional(v.number()),
      errmsg: v.optional(v.string()),
      moment_id: v.optional(id),
      invalid_sender_list: v.optional(
        rowSchema<InvalidMomentSenders>({
          user_list: v.optional(v.array(id)),
          department_list: v.optional(v.array(v.number())),
        }),
      ),
      invalid_external_contact_list: v.optional(
        rowSchema<InvalidMomentCustomers>({ tag_list: v.optional(v.array(id)) }),
      ),
    }),
  ),
})

const conclusionsSchema: v.GenericSchema<ContactWayConclusions> = v.strictObject({
  text: v.optional(v.strictObject({ content: v.optional(v.string()) })),
  image: v.optional(v.strictObject({ pic_url: v.string() })),
  link: v.optional(
    v.strictObject({
      title: v.optional(v.string()),
      picurl: v.optional(v.string()),
      desc: v.optional(v.string()),
      url: v.optional(v.string()),
    }),
  ),
  miniprogram: v.optional(
    v.strictObject({
      title: v.optional(v.string()),
      pic_media_id: v.optional(v.string()),
      appid: v.optional(v.string()),
      page: v.optional(v.string()),
    }),
  ),
})

export const contactWaySchema: v.GenericSchema<ContactWay> = rowSchema<ContactWay>({
  config_id: id,
  app: id,
  create_time: seconds,
  type: v.picklist([1, 2]),
  scene: v.picklist([1, 2]),
  style: v.optional(v.picklist([1, 2, 3])),
  remark: v.string(),
  skip_verify: v.boolean(),
  state: v.string(),
  qr_code: v.optional(v.string()),
  user: v.array(id),
  party: v.array(v.number()),
  is_temp: v.boolean(),
  is_exclusive: v.optional(v.boolean()),
  expires_in: v.optional(seconds),
  chat_expires_in: v.optional(seconds),
  unionid: v.optional(v.string()),
  mark_source: v.optional(v.boolean()),
  conclusions: v.optional(conclusionsSchema),
  spent: v.optional(v.boolean()),
})

export const tempChatSchema: v.GenericSchema<TempChat> = rowSchema<TempChat>({
  userid: id,
  external_userid: id,
  config_id: id,
  ends_at: seconds,
})

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

export const acquisitionLinkSchema: v.GenericSchema<AcquisitionLink> = rowSchema<AcquisitionLink>({
  link_id: id,
  app: id,
  link_name: v.string(),
  url: v.string(),
  create_time: seconds,
  skip_verify: v.boolean(),
  mark_source: v.boolean(),
  user_list: v.array(id),
  department_list: v.array(v.number()),
  priority_type: v.optional(v.picklist([1, 2])),
  priority_userid_list: v.optional(v.array(id)),
})

export const acquisitionClickSchema: v.GenericSchema<AcquisitionClick> = rowSchema<AcquisitionClick>({
  link_id: id,
  external_userid: id,
  at: seconds,
})

export const acquiredCustomerSchema: v.GenericSchema<AcquiredCustomer> = rowSchema<AcquiredCustomer>({
  link_id: id,
  userid: id,
  external_userid: id,
  state: v.optional(v.string()),
  at: seconds,
})

export const acquisitionQuotaSchema: v.GenericSchema<AcquisitionQuota> = rowSchema<AcquisitionQuota>({
  total: count,
  quota_list: v.array(rowSchema<QuotaPart>({ expire_date: seconds, balance: count })),
})

export const interceptRuleSchema: v.GenericSchema<InterceptRule> = rowSchema<InterceptRule>({
  rule_id: v.pipe(v.string(), v.regex(/^[1-9]\d*$/, 'a rule_id is a whole number, as a string')),
  app: id,
  rule_name: v.string(),
  word_list: v.array(v.string()),
  semantics_list: v.array(v.picklist([1, 2, 3])),
  intercept_type: v.picklist([1, 2]),
  user_list: v.array(id),
  department_list: v.array(v.number()),
  create_time: seconds,
  deleted: v.optional(v.boolean()),
})
