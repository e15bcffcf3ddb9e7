import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface GetGroupChatJoinWayParams {
  /** Id of the join way to read. The app must have created the join way. */
  config_id: string
}

export interface GetGroupChatJoinWayResult {
  join_way: GroupChatJoinWay
}

/** A join way: a QR code or mini-program button through which customers join group chats. */
export interface GroupChatJoinWay {
  config_id: string
  /** Kind of the join way: 1 mini-program button, 2 QR code. */
  scene: 1 | 2 | (number & {})
  /** Your own note about the join way. WeCom keeps only the first 30 characters of a note. */
  remark?: string | undefined
  /** Whether WeCom creates another group chat when all group chats of the join way are full: 1 yes, 0 no. */
  auto_create_room: 0 | 1 | (number & {})
  /** Beginning of the name of each group chat that WeCom creates (see `auto_create_room`). */
  room_base_name?: string | undefined
  /** Number after `room_base_name` in the name of the first group chat that WeCom creates. */
  room_base_id?: number | undefined
  /** Ids of the group chats that customers join through the join way. */
  chat_id_list: string[]
  /** URL of the picture of the QR code. Present only if `scene` is 2. */
  qr_code?: string | undefined
  state?: string | undefined
  /**
   * Whether WeCom records this app as the source of the customers who join through the join way. The field has an
   * effect only for marketing acquisition apps (营销获客).
   */
  mark_source?: boolean | undefined
}

export const getGroupChatJoinWayEndpoint: Endpoint<GetGroupChatJoinWayParams, GetGroupChatJoinWayResult> =
  defineEndpoint({
    name: 'getGroupChatJoinWay',
    method: 'POST',
    path: '/cgi-bin/externalcontact/groupchat/get_join_way',
    effect: 'read',
    docs: 92229,
    params: wireObject<GetGroupChatJoinWayParams>({
      config_id: v.pipe(v.string(), v.nonEmpty()),
    }),
    result: wireObject<GetGroupChatJoinWayResult>({
      join_way: wireObject<GroupChatJoinWay>({
        config_id: v.string(),
        scene: v.number(),
        remark: v.optional(v.string()),
        auto_create_room: v.number(),
        room_base_name: v.optional(v.string()),
        room_base_id: v.optional(v.number()),
        chat_id_list: v.array(v.string()),
        qr_code: v.optional(v.string()),
        state: v.optional(v.string()),
        mark_source: v.optional(v.boolean()),
      }),
    }),
  })

/**
 * 获取客户群进群方式配置 — reads one join way of group chats, with the picture of its QR code.
 *
 * @param client - made by `createClient`.
 * @param params - {@link GetGroupChatJoinWayParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the join way.
 * @throws {WeComApiError} `41044`: the config_id is unknown, or belongs to another app.
 *   `48002`: the app is not allowed to call the customer-contact API.
 * @see https://developer.work.weixin.qq.com/document/path/92229
 *
 * @example
 * const { join_way } = await getGroupChatJoinWay(client, { config_id: 'way-1' })
 * console.log(join_way.qr_code)
 */
export function getGroupChatJoinWay(
  client: Client,
  params: GetGroupChatJoinWayParams,
  options?: RequestOptions,
): Promise<GetGroupChatJoinWayResult> {
  return client.request(getGroupChatJoinWayEndpoint, params, options)
}
