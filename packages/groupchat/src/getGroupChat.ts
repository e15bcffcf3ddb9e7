import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface GetGroupChatParams {
  chat_id: string
  /**
   * Whether the result includes the names of the people in the group chat: 1 yes, 0 no (default). WeCom requires a
   * number, not a boolean.
   */
  need_name?: 0 | 1 | undefined
}

export interface GetGroupChatResult {
  group_chat: GroupChat
}

/** A group chat. It contains members of the corp and people outside the corp. */
export interface GroupChat {
  chat_id: string
  /** Name of the group chat. Empty if the chat has no name. */
  name: string
  /** Userid of the owner of the group chat. */
  owner: string
  /** Creation time of the group chat, in unix seconds. */
  create_time: number
  /** Announcement of the group chat. Absent if there is no announcement. */
  notice?: string | undefined
  /** The people in the group chat, including the owner: members of the corp and people outside the corp. */
  member_list: GroupChatMember[]
  admin_list: GroupChatAdmin[]
  /**
   * Version of `member_list`. The event `change_external_chat` contains the version before a change (`LastMemVer`) and
   * the version after the change (`CurMemVer`). If the version that you stored equals `CurMemVer`, your stored list is
   * up to date.
   */
  member_version?: string | undefined
}

export interface GroupChatMember {
  /** Id of the person: a userid if `type` is 1, an external_userid if `type` is 2. */
  userid: string
  /** Kind of the person: 1 a member of the corp, 2 a person outside the corp. */
  type: 1 | 2 | (number & {})
  /**
   * Unionid (an id of WeChat) of the person. Present for every WeChat user in the group chat if the corp has bound a
   * WeChat developer account. The WeChat user need not be a customer. WeCom does not return the unionid to third-party
   * and provider-developed apps (代开发应用).
   */
  unionid?: string | undefined
  /** Time when the person joined the group chat, in unix seconds. */
  join_time: number
  /**
   * How the person joined the group chat: 1 invited by somebody in the chat, 2 by an invitation link, 3 by a QR code of
   * the chat.
   */
  join_scene: 1 | 2 | 3 | (number & {})
  /** The `state` of the join way through which this person joined. Absent if the person joined without a join way. */
  state?: string | undefined
  /**
   * The member who invited this person. Absent if nobody invited this person, or if a person outside the corp invited
   * this person. The spelling of the field name is WeCom's.
   */
  invitor?: GroupChatInvitor | undefined
  /** Name that the person uses in this group chat. Empty or absent if the person has set no such name. */
  group_nickname?: string | undefined
  /**
   * Name of the person: the WeChat name of a WeChat user, or the external alias or real name of a WeCom user. Present
   * only if `need_name` was 1.
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
 * 获取客户群详情 — reads one group chat: its name, owner, announcement, people and admins.
 *
 * A change of the group chat appears in the result with a delay. Right after the event that reports a change, the
 * result may still show the group chat as it was before the change.
 *
 * @param client - made by `createClient`.
 * @param params - {@link GetGroupChatParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the group chat with all people in it.
 * @throws {WeComApiError} `40050`: unknown chat_id. `49008`: the group chat was dismissed.
 *   `48002`: the app is not allowed to call the customer-contact API.
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
