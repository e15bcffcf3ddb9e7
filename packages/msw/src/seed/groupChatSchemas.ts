import * as v from 'valibot'
import type { DirectMessage, GroupMessage } from '../tenant/conversations.ts'
import type { GroupChat, GroupChatHandover, GroupChatMember } from '../tenant/groupChats.ts'
import type { JoinWay } from '../tenant/joinWays.ts'
import { id, seconds, seedRow } from './seedRow.ts'

export const groupChatSchema: v.GenericSchema<GroupChat> = seedRow<GroupChat>({
  chat_id: id,
  name: v.string(),
  owner: id,
  create_time: seconds,
  notice: v.optional(v.string()),
  opengid: v.optional(id),
  admins: v.array(id),
  members: v.array(
    seedRow<GroupChatMember>({
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
    seedRow<GroupChatHandover>({ from: id, to: id, time: seconds, by: v.picklist(['onjob', 'resigned', 'owner']) }),
  ),
  inheriting: v.optional(v.boolean()),
  member_limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  dismissed_at: v.optional(seconds),
})

export const joinWaySchema: v.GenericSchema<JoinWay> = seedRow<JoinWay>({
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

export const directMessageSchema: v.GenericSchema<DirectMessage> = seedRow<DirectMessage>({
  userid: id,
  external_userid: id,
  from: v.picklist(['member', 'customer']),
  time: seconds,
})

export const groupMessageSchema: v.GenericSchema<GroupMessage> = seedRow<GroupMessage>({
  chat_id: id,
  from: id,
  time: seconds,
})
