import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type GroupChatJoinWaySettings, groupChatJoinWaySettingsEntries } from './schemas/groupChatJoinWaySettings.ts'

export interface UpdateGroupChatJoinWayParams extends GroupChatJoinWaySettings {
  /** Id of a join way that this app created. */
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
 * 更新客户群进群方式配置 — replaces a join way.
 *
 * **Fields that are omitted are lost.** To change some of them, read the join way first and send it back with the change.
 * `toGroupChatJoinWayParams` turns the result into parameters.
 *
 * @param client - made by `createClient`.
 * @param params - {@link UpdateGroupChatJoinWayParams}
 * @param options - `signal` and timeouts of this call.
 * @returns nothing.
 * @throws {WeComApiError} `41044`: unknown config_id, or another app's.
 *   `48002`: the app may not call the customer-contact API.
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
