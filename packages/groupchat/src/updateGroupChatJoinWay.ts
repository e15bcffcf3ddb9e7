import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type GroupChatJoinWaySettings, groupChatJoinWaySettingsEntries } from './schemas/groupChatJoinWaySettings.ts'

export interface UpdateGroupChatJoinWayParams extends GroupChatJoinWaySettings {
  /** Id of the join way to change. The app must have created the join way. */
  config_id: string
}

export interface UpdateGroupChatJoinWayResult {}

export const updateGroupChatJoinWayEndpoint: Endpoint<UpdateGroupChatJoinWayParams, UpdateGroupChatJoinWayResult> =
  defineEndpoint({
    name: 'updateGroupChatJoinWay',
    method: 'POST',
    path: '/cgi-bin/externalcontact/groupchat/update_join_way',
    effect: 'write',
    docs: 92229,
    params: wireObject<UpdateGroupChatJoinWayParams>({
      config_id: v.pipe(v.string(), v.nonEmpty()),
      ...groupChatJoinWaySettingsEntries,
    }),
    result: wireObject<UpdateGroupChatJoinWayResult>({}),
  })

/**
 * 更新客户群进群方式配置 — replaces all settings of a join way of group chats.
 *
 * **WeCom clears every field that you omit.** To change some fields and keep the others, read the join way with
 * `getGroupChatJoinWay`. Convert the result to parameters with `toGroupChatJoinWayParams`. Change these parameters, and
 * pass them to this call.
 *
 * @param client - made by `createClient`.
 * @param params - {@link UpdateGroupChatJoinWayParams}
 * @param options - `signal` and timeouts of this call.
 * @returns nothing.
 * @throws {WeComApiError} `41044`: the config_id is unknown, or belongs to another app.
 *   `48002`: the app is not allowed to call the customer-contact API.
 * @see https://developer.work.weixin.qq.com/document/path/92229
 *
 * @example
 * const { join_way } = await getGroupChatJoinWay(client, { config_id: 'way-1' })
 * await updateGroupChatJoinWay(client, { ...toGroupChatJoinWayParams(join_way), chat_id_list: ['wr3'] })
 */
export function updateGroupChatJoinWay(
  client: Client,
  params: UpdateGroupChatJoinWayParams,
  options?: RequestOptions,
): Promise<UpdateGroupChatJoinWayResult> {
  return client.request(updateGroupChatJoinWayEndpoint, params, options)
}
