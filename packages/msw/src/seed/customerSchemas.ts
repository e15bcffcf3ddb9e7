import type {
  ExternalAttribute,
  ExternalAttributeMiniprogram,
  ExternalAttributeText,
  ExternalAttributeWeb,
  ExternalProfile,
  WechatChannels,
} from '@wecom/contacts'
import * as v from 'valibot'
import type { Customer } from '../tenant/customers.ts'
import type { EndedFollow, Follow, PersonalTag } from '../tenant/follows.ts'
import type { FriendRequest } from '../tenant/friendRequests.ts'
import type { Parting } from '../tenant/partings.ts'
import type { ServedContact } from '../tenant/servedContacts.ts'
import type { Tag, TagGroup } from '../tenant/tags.ts'
import { id, seconds, seedRow } from './seedRow.ts'

const externalProfileSchema = seedRow<ExternalProfile>({
  external_attr: v.optional(
    v.array(
      seedRow<ExternalAttribute>({
        type: v.picklist([0, 1, 2]),
        name: v.string(),
        text: v.optional(seedRow<ExternalAttributeText>({ value: v.string() })),
        web: v.optional(seedRow<ExternalAttributeWeb>({ url: v.string(), title: v.string() })),
        miniprogram: v.optional(
          seedRow<ExternalAttributeMiniprogram>({
            appid: v.string(),
            pagepath: v.optional(v.string()),
            title: v.string(),
          }),
        ),
      }),
    ),
  ),
  external_corp_name: v.optional(v.string()),
})

export const customerSchema: v.GenericSchema<Customer> = seedRow<Customer>({
  external_userid: id,
  name: v.string(),
  avatar: v.optional(v.string()),
  type: v.picklist([1, 2]),
  gender: v.picklist([0, 1, 2]),
  unionid: v.optional(v.string()),
  position: v.optional(v.string()),
  corp_name: v.optional(v.string()),
  corp_full_name: v.optional(v.string()),
  external_profile: v.optional(externalProfileSchema),
})

export const tagGroupSchema: v.GenericSchema<TagGroup> = seedRow<TagGroup>({
  group_id: id,
  group_name: v.string(),
  create_time: seconds,
  order: v.number(),
  strategy_id: v.optional(v.number()),
  app: v.optional(id),
  deleted: v.optional(v.boolean()),
  tags: v.array(
    seedRow<Tag>({
      id,
      name: v.string(),
      create_time: seconds,
      order: v.number(),
      app: v.optional(id),
      deleted: v.optional(v.boolean()),
    }),
  ),
})

export const followSchema: v.GenericSchema<Follow> = seedRow<Follow>({
  userid: id,
  external_userid: id,
  remark: v.string(),
  description: v.string(),
  createtime: seconds,
  remark_corp_name: v.optional(v.string()),
  remark_mobiles: v.array(v.string()),
  remark_pic_mediaid: v.optional(v.string()),
  tag_ids: v.array(id),
  personal_tags: v.array(seedRow<PersonalTag>({ group_name: v.string(), tag_name: v.string() })),
  add_way: v.number(),
  oper_userid: id,
  state: v.optional(v.string()),
  wechat_channels: v.optional(seedRow<WechatChannels>({ nickname: v.string(), source: v.optional(v.number()) })),
  customer_left_at: v.optional(seconds),
  asked_at: v.optional(seconds),
  archive_agreed_at: v.optional(seconds),
})

export const endedFollowSchema: v.GenericSchema<EndedFollow> = seedRow<EndedFollow>({
  userid: id,
  external_userid: id,
  createtime: seconds,
  oper_userid: id,
  asked_at: v.optional(seconds),
})

export const friendRequestSchema: v.GenericSchema<FriendRequest> = seedRow<FriendRequest>({
  userid: id,
  external_userid: id,
  add_way: v.number(),
  oper_userid: id,
  state: v.optional(v.string()),
  config_id: v.optional(id),
  link_id: v.optional(id),
  asked_at: seconds,
})

export const partingSchema: v.GenericSchema<Parting> = seedRow<Parting>({
  userid: id,
  external_userid: id,
  by: v.picklist(['member', 'customer']),
  at: seconds,
})

export const servedContactSchema: v.GenericSchema<ServedContact> = seedRow<ServedContact>({
  contact: id,
  name: v.string(),
  follow_userid: id,
  chat_id: v.optional(v.string()),
  chat_name: v.optional(v.string()),
  add_time: seconds,
})
