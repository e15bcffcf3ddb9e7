import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface DeleteGroupChatJoinWayParams {
  /** Id of the join way to delete. The app must have created the join way. */
  config_id: string
}

export interface DeleteGroupChatJoinWayResult {}

export const deleteGroupChatJoinWayEndpoint: Endpoint<DeleteGroupChatJoinWayParams, DeleteGroupChatJoinWayResult> =
  defineEndpoint({
    name: 'deleteGroupChatJoinWay',
    method: 'POST',
    path: '/cgi-bin/externalcontact/groupchat/del_join_way',
    effect: 'write',
    docs: 92229,
    params: wireObject<DeleteGroupChatJoinWayParams>({
      config_id: v.pipe(v.string(), v.nonEmpty()),
    }),
    result: wireObject<DeleteGroupChatJoinWayResult>({}),
  })

/**
 * 删除客户群进群方式配置 — deletes a join way of group chats. A corp can have at most 500,000 join ways and contact ways together.
 * WeCom does not document when the deleted join way stops counting towards this limit.
 *
 * @param client - made by `createClient`.
 * @param params - {@link DeleteGroupChatJoinWayParams}
 * @param options - `signal` and timeouts of this call.
 * @returns nothing.
 * @throws {WeComApiError} `41044`: the config_id is unknown, or belongs to another app.
 *   `48002`: the app is not allowed to call the customer-contact API.
 * @see https://developer.work.weixin.qq.com/document/path/92229
 *
 * @example
 * await deleteGroupChatJoinWay(client, { config_id: 'way-1' })
 */
export function deleteGroupChatJoinWay(
  client: Client,
  params: DeleteGroupChatJoinWayParams,
  options?: RequestOptions,
): Promise<DeleteGroupChatJoinWayResult> {
  return client.request(deleteGroupChatJoinWayEndpoint, params, options)
}
