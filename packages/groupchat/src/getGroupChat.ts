import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface GetGroupChatParams {
  chat_id: string
  /** Whether the result includes the members' names: 1 yes, 0 no (default). WeCom requires a number, not a boolean. */
  need_name?: 0 | 1 | undefined
}

export interface GetGroupChatResult {
  group_chat: GroupChat
}

/** A customer group chat. Its people are members of the corp and people outside it. */
export interface GroupChat {
  chat_id: string
  /** Name of the group chat. Empty if it has none. */
  name: string
  /** Userid of the owner. */
  owner: string
  /** Creation time, in unix seconds. */
  create_time: number
  /** Announcement of the group chat. Absent if there is none. */
  notice?: string | undefined
  /** The people in the group chat: members of the corp and people outside it, including the owner. */
  member_list: GroupChatMember[]
  admin_list: GroupChatAdmin[]
  /**
   * Version of `member_list`. The change_external_chat event contains the version before and after a change
   * (`LastMemVer`, `CurMemVer`). If the version that you stored equals `CurMemVer`, you need not make this call.
   */
  member_version?: string | undefined
}

export interface GroupChatMember {
  /** Id of the person: a userid if `type` is 1, an external_userid if `type` is 2. */
  userid: string
  /** Kind of the person: 1 member of the corp, 2 person outside it. */
  type: 1 | 2 | (number & {})
  /**
   * Unionid of the person. Only WeChat users have it, whether they are customers or not, and only if the corp has bound
   * a WeChat developer id. WeCom does not return it to third-party and provider-developed apps.
   */
  unionid?: string | undefined
  /** When the person joined, in unix seconds. */
  join_time: number
  /**
   * How the person joined: 1 invited by a member of the group, 2 by an invitation link, 3 by a QR code of the group.
   */
  join_scene: 1 | 2 | 3 | (number & {})
  /** The `state` of the join way that this person used. Absent for everybody else. */
  state?: string | undefined
  /** The inviter. Present only if the inviter is a member of the corp. WeCom spells the name of this field so. */
  invitor?: GroupChatInvitor | undefined
  /** Name of the person within this group chat. Empty or absent if there is none. */
  group_nickname?: string | undefined
  /**
   * Name of the person: the WeChat name, or the external alias or real name of a WeCom user. Present only if
   * `need_name` was 1.
   */
  name?: string | undefined
}

export interface GroupChatInvitor {
  userid: string
}

export interface GroupChatAdmin {
  userid: string
}

export const getGroupChatEndpoint: Endpoint<GetGroupChatParams, GetGroupChatResult> = defineEndpoint({
  name: 'getGroupChat',
  method: 'POST',
  path: '/cgi-bin/externalcontact/groupchat/get',
  effect: 'read',
  docs: 92122,
  params: wireObject<GetGroupChatParams>({
    chat_id: v.pipe(v.string(), v.nonEmpty()),
    need_name: v.optional(v.picklist([0, 1])),
  }),
  result: wireObject<GetGroupChatResult>({
    group_chat: wireObject<GroupChat>({
      chat_id: v.string(),
      name: v.string(),
      owner: v.string(),
      create_time: v.number(),
      notice: v.optional(v.string()),
      member_list: v.array(
        wireObject<GroupChatMember>({
          userid: v.string(),
          type: v.number(),
          unionid: v.optional(v.string()),
          join_time: v.number(),
          join_scene: v.number(),
          state: v.optional(v.string()),
          invitor: v.optional(wireObject<GroupChatInvitor>({ userid: v.string() })),
          group_nickname: v.optional(v.string()),
          name: v.optional(v.string()),
        }),
      ),
      admin_list: v.array(wireObject<GroupChatAdmin>({ userid: v.string() })),
      member_version: v.optional(v.string()),
    }),
  }),
})

/**
 * 获取客户群详情 — gets one group chat: name, owner, announcement, members, admins.
 *
 * Changes appear with a delay. Right after the event of a change, the result can still be the old one.
 *
 * @param client - made by `createClient`.
 * @param params - {@link GetGroupChatParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the group with all of its members.
 * @throws {WeComApiError} `40050`: unknown chat_id. `49008`: the group was dissolved.
 *   `48002`: the app may not call the customer-contact API.
 * @see https://developer.work.weixin.qq.com/document/path/92122
 *
 * @example
 * const { group_chat } = await getGroupChat(client, { chat_id: 'wr1', need_name: 1 })
 */
export function getGroupChat(
  client: Client,
  params: GetGroupChatParams,
  options?: RequestOptions,
): Promise<GetGroupChatResult> {
  return client.request(getGroupChatEndpoint, params, options)
}
