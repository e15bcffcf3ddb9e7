import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type FailedGroupChat, failedGroupChatSchema } from './schemas/failedGroupChat.ts'

export interface TransferResignedGroupChatsParams {
  /**
   * Ids of the group chats to transfer, 1 to 100. Their owners must have left the corp. `listGroupChats` with
   * `status_filter` 1 lists such group chats.
   */
  chat_id_list: string[]
  /**
   * Userid of the new owner. The new owner must be activated and real-name verified, must have the customer-contact
   * feature, and must have logged in within the last year.
   */
  new_owner: string
}

export interface TransferResignedGroupChatsResult {
  /**
   * The group chats whose transfer WeCom refused. Empty or absent if WeCom accepted all. `partitionGroupChatTransfers`
   * also returns the ids of the accepted ones.
   */
  failed_chat_list?: FailedGroupChat[] | undefined
}

export const transferResignedGroupChatsEndpoint: Endpoint<
  TransferResignedGroupChatsParams,
  TransferResignedGroupChatsResult
> = defineEndpoint({
  name: 'transferResignedGroupChats',
  method: 'POST',
  path: '/cgi-bin/externalcontact/groupchat/transfer',
  effect: 'write',
  docs: 92127,
  params: wireObject<TransferResignedGroupChatsParams>({
    chat_id_list: v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.nonEmpty(), v.maxLength(100)),
    new_owner: v.pipe(v.string(), v.nonEmpty()),
  }),
  result: wireObject<TransferResignedGroupChatsResult>({
    failed_chat_list: v.optional(v.array(failedGroupChatSchema)),
  }),
})

/**
 * 分配离职成员的客户群 — transfers group chats of resigned members to another member.
 *
 * **The call succeeds even if WeCom refuses all group chats.** `failed_chat_list` contains the refused group chats,
 * each with its own errcode. `partitionGroupChatTransfers` separates accepted group chats from refused ones. If a group
 * chat has been transferred before, its errcode is 90504 (already the owner) or 90508 (already transferred). If WeCom's
 * response is lost, the client sends the request again. 90504 and 90508 may then mean that the first request
 * transferred the group chat.
 *
 * At most 300 group chats of one owner can be transferred a day. The former owner must have left the corp within the
 * last year, and must have logged in within the year before leaving.
 *
 * @param client - made by `createClient`.
 * @param params - {@link TransferResignedGroupChatsParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the group chats whose transfer WeCom refused.
 * @throws {WeComApiError} `46004`: unknown new_owner. The refusal of a single group chat does not throw.
 * @see https://developer.work.weixin.qq.com/document/path/92127
 *
 * @example
 * const params = { chat_id_list: ['wr1', 'wr2'], new_owner: 'lisi' }
 * const { succeeded, failed } = partitionGroupChatTransfers(await transferResignedGroupChats(client, params), params)
 */
export function transferResignedGroupChats(
  client: Client,
  params: TransferResignedGroupChatsParams,
  options?: RequestOptions,
): Promise<TransferResignedGroupChatsResult> {
  return client.request(transferResignedGroupChatsEndpoint, params, options)
}
