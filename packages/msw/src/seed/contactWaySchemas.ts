import type { ContactWayConclusions } from '@wecom/contact-way'
import * as v from 'valibot'
import type { ContactWay, TempChat } from '../tenant/contactWays.ts'
import { id, seconds, seedRow } from './seedRow.ts'

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

export const contactWaySchema: v.GenericSchema<ContactWay> = seedRow<ContactWay>({
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

export const tempChatSchema: v.GenericSchema<TempChat> = seedRow<TempChat>({
  userid: id,
  external_userid: id,
  config_id: id,
  ends_at: seconds,
})
