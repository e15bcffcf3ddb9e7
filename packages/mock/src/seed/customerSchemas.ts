import type {
  ExternalAttribute,
  ExternalAttributeMiniprogram,
  ExternalAttributeText,
  ExternalAttributeWeb,
  ExternalProfile,
  WechatChannels,
} from '@wecom/contacts'
import * as v from 'valibot'
import { id, rowSchema, seconds } from '../base/input.ts'
import type {
  Customer,
  DirectMessage,
  EndedFollow,
  Follow,
  FriendRequest,
  GroupMessage,
  Parting,
  PersonalTag,
  ServedContact,
} from '../state/contacts.ts'
import type { GroupChat, GroupChatHandover, GroupChatMember, JoinWay } from '../state/groupchat.ts'
import type { Tag, TagGroup } from '../state/tags.ts'
import type { Transfer } from '../state/transfers.ts'

const externalProfileSchema = rowSchema<ExternalProfile>({
  external_attr: v.optional(
    v.array(
      rowSchema<ExternalAttribute>({
        type: v.picklist([0, 1, 2]),
        name: v.string(),
        text: v.optional(rowSchema<ExternalAttributeText>({ value: v.string() })),
        web: v.optional(rowSchema<ExternalAttributeWeb>({ url: v.string(), title: v.string() })),
        miniprogram: v.optional(
          rowSchema<ExternalAttributeMiniprogram>({
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

export const customerSchema: v.GenericSchema<Customer> = rowSchema<Customer>({
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

export const tagGroupSchema: v.GenericSchema<TagGroup> = rowSchema<TagGroup>({
  group_id: id,
  group_name: v.string(),
  create_time: seconds,
  order: v.number(),
  strategy_id: v.optional(v.number()),
  app: v.optional(id),
  deleted: v.optional(v.boolean()),
  tags: v.array(
    rowSchema<Tag>({
      id,
      name: v.string(),
      create_time: seconds,
      order: v.number(),
      app: v.optional(id),
      deleted: v.optional(v.boolean()),
    }),
  ),
})

export const followSchema: v.GenericSchema<Follow> = rowSchema<Follow>({
  userid: id,
  external_userid: id,
  remark: v.string(),
  description: v.string(),
  createtime: seconds,
  remark_corp_name: v.optional(v.string()),
  remark_mobiles: v.array(v.string()),
  remark_pic_mediaid: v.optional(v.string()),
  tag_ids: v.array(id),
  personal_tags: v.array(rowSchema<PersonalTag>({ group_name: v.string(), tag_name: v.string() })),
  add_way: v.number(),
  oper_userid: id,
  state: v.optional(v.string()),
  wechat_channels: v.optional(rowSchema<WechatChannels>({ nickname: v.string(), source: v.optional(v.number()) })),
  customer_left_at: v.optional(seconds),
  asked_at: v.optional(seconds),
  archive_agreed_at: v.optional(seconds),
})

export const endedFollowSchema: v.GenericSchema<EndedFollow> = rowSchema<EndedFollow>({
  userid: id,
  external_userid: id,
  createtime: seconds,
  oper_userid: id,
  asked_at: v.optional(seconds),
})

export const friendRequestSchema: v.GenericSchema<FriendRequest> = rowSchema<FriendRequest>({
  userid: id,
  external_userid: id,
  add_way: v.number(),
  oper_userid: id,
  state: v.optional(v.string()),
  config_id: v.optional(id),
  link_id: v.optional(id),
  asked_at: seconds,
})

export const partingSchema: v.GenericSchema<Parting> = rowSchema<Parting>({
  userid: id,
  external_userid: id,
  by: v.picklist(['member', 'customer']),
  at: seconds,
})

export const servedContactSchema: v.GenericSchema<ServedContact> = rowSchema<ServedContact>({
  contact: id,
  name: v.string(),
  follow_userid: id,
  chat_id: v.optional(v.string()),
  chat_name: v.optional(v.string()),
  add_time: seconds,
})

export const transferSchema: v.GenericSchema<Transfer> = rowSchema<Transfer>({
  kind: v.picklist(['onjob', 'resigned']),
  handover_userid: id,
  takeover_userid: id,
  external_userid: id,
  requested_at: seconds,
  status: v.picklist([1, 2, 3, 4]),
  takeover_time: seconds,
})

export const groupChatSchema: v.GenericSchema<GroupChat> = rowSchema<GroupChat>({
  chat_id: id,
  name: v.string(),
  owner: id,
  create_time: seconds,
  notice: v.optional(v.string()),
  opengid: v.optional(id),
  admins: v.array(id),
  members: v.array(
    rowSchema<GroupChatMember>({
      userid: id,
      type: v.picklist([1, 2]),
      join_time: seconds,
      join_scene: v.picklist([1, 2, 3]),
      state: v.optional(v.string()),
      invitor: v.optional(id),
      group_nickname: v.string(),
      left_at: v.optional(seconds),
    }),
  ),
  handovers: v.array(
    rowSchema<GroupChatHandover>({ from: id, to: id, time: seconds, by: v.picklist(['onjob', 'resigned', 'owner']) }),
  ),
  inheriting: v.optional(v.boolean()),
  member_limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  dismissed_at: v.optional(seconds),
})

export const joinWaySchema: v.GenericSchema<JoinWay> = rowSchema<JoinWay>({
  config_id: id,
  app: id,
  scene: v.picklist([1, 2]),
  remark: v.optional(v.string()),
  auto_create_room: v.picklist([0, 1]),
  room_base_name: v.optional(v.string()),
  room_base_id: v.optional(v.number()),
  chat_id_list: v.array(id),
  qr_code: v.optional(v.string()),
  state: v.optional(v.string()),
  mark_source: v.boolean(),
})

export const directMessageSchema: v.GenericSchema<DirectMessage> = rowSchema<DirectMessage>({
  userid: id,
  external_userid: id,
  from: v.picklist(['member', 'customer']),
  time: seconds,
})

export const groupMessageSchema: v.GenericSchema<GroupMessage> = rowSchema<GroupMessage>({
  chat_id: id,
  from: id,
  time: seconds,
})
