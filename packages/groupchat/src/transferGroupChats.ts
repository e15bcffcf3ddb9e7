import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type FailedGroupChat, failedGroupChatSchema } from './schemas/failedGroupChat.ts'

export interface TransferGroupChatsParams {
  /** Ids of the group chats to transfer, 1 to 100. Their owners must still be in the corp. */
  chat_id_list: string[]
  /**
   * Userid of the new owner. The new owner must be activated and real-name verified, and must have the customer-contact
   * feature. Both the present owner and the new owner must have logged in within the last year.
   */
  new_owner: string
}

export interface TransferGroupChatsResult {
  /**
   * The group chats whose transfer WeCom refused. Empty or absent if WeCom accepted all. `partitionGroupChatTransfers`
   * also returns the ids of the accepted ones.
   */
  failed_chat_list?: FailedGroupChat[] | undefined
}

export const transferGroupChatsEndpoint: Endpoint<TransferGroupChatsParams, TransferGroupChatsResult> = defineEndpoint({
  name: 'transferGroupChats',
  method: 'POST',
  path: '/cgi-bin/externalcontact/groupchat/onjob_transfer',
  effect: 'write',
  docs: 95703,
  params: wireObject<TransferGroupChatsParams>({
    chat_id_list: v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.nonEmpty(), v.maxLength(100)),
    new_owner: v.pipe(v.string(), v.nonEmpty()),
  }),
  result: wireObject<TransferGroupChatsResult>({
    failed_chat_list: v.optional(v.array(failedGroupChatSchema)),
  }),
})

/**
 * 分配在职成员的客户群 — transfers group chats of active members to another member.
 *
 * **The call succeeds even if WeCom refuses all group chats.** `failed_chat_list` contains the refused group chats,
 * each with its own errcode. `partitionGroupChatTransfers` separates accepted group chats from refused ones. If the new
 * owner already owns a group chat, the errcode of this group chat is 90504 (already the owner). If WeCom's response is
 * lost, the client sends the request again. 90504 may then mean that the first request transferred the group chat.
 *
 * A group chat can be transferred at most twice in 90 days. At most 300 group chats of one owner can be transferred a
 * day.
 *
 * @param client - made by `createClient`.
 * @param params - {@link TransferGroupChatsParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the group chats whose transfer WeCom refused.
 * @throws {WeComApiError} `46004`: unknown new_owner. The refusal of a single group chat does not throw.
 * @see https://developer.work.weixin.qq.com/document/path/95703
 *
 * @example
 * const params = { chat_id_list: ['wr1', 'wr2'], new_owner: 'lisi' }
 * const { succeeded, failed } = partitionGroupChatTransfers(await transferGroupChats(client, params), params)
 */
export function transferGroupChats(
  client: Client,
  params: TransferGroupChatsParams,
  options?: RequestOptions,
): Promise<TransferGroupChatsResult> {
  return client.request(transferGroupChatsEndpoint, params, options)
}
