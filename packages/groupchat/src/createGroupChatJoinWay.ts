import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type GroupChatJoinWaySettings, groupChatJoinWaySettingsEntries } from './schemas/groupChatJoinWaySettings.ts'

export interface CreateGroupChatJoinWayParams extends GroupChatJoinWaySettings {}

export interface CreateGroupChatJoinWayResult {
  /** Id of the join way. Store it, because no call lists join ways and the admin console does not show them. */
  config_id: string
}

export const createGroupChatJoinWayEndpoint: Endpoint<CreateGroupChatJoinWayParams, CreateGroupChatJoinWayResult> =
  defineEndpoint({
    name: 'createGroupChatJoinWay',
    method: 'POST',
    path: '/cgi-bin/externalcontact/groupchat/add_join_way',
    effect: 'create',
    docs: 92229,
    params: wireObject<CreateGroupChatJoinWayParams>(groupChatJoinWaySettingsEntries),
    result: wireObject<CreateGroupChatJoinWayResult>({
      config_id: v.string(),
    }),
  })

/**
 * 配置客户群进群方式 — creates a join way: a QR code or mini-program button through which customers join group chats. Only the
 * app that creates the join way can read and change it.
 *
 * `getGroupChatJoinWay` returns the picture of the QR code. A corp can have at most 500,000 join ways and contact ways
 * together.
 *
 * If the answer to this call is lost, you cannot find out whether WeCom created the join way, because no call lists
 * join ways. You can repeat the call. If a second join way is created, it does no harm, but counts towards the limit of
 * 500,000.
 *
 * @param client - made by `createClient`.
 * @param params - {@link CreateGroupChatJoinWayParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the id of the new join way.
 * @throws {WeComApiError} `41045`: the corp has reached the limit of 500,000. `48002`: the app is not allowed to call
 *   the customer-contact API.
 * @see https://developer.work.weixin.qq.com/document/path/92229
 *
 * @example
 * const { config_id } = await createGroupChatJoinWay(client, {
 *   scene: 2,
 *   chat_id_list: ['wr1'],
 *   room_base_name: '花友群',
 *   room_base_id: 2,
 *   state: 'shop-7',
 * })
 */
export function createGroupChatJoinWay(
  client: Client,
  params: CreateGroupChatJoinWayParams,
  options?: RequestOptions,
): Promise<CreateGroupChatJoinWayResult> {
  return client.request(createGroupChatJoinWayEndpoint, params, options)
}
