import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type FailedGroupChat, failedGroupChatSchema } from './schemas/failedGroupChat.ts'

export interface TransferGroupChatsParams {
  /** Ids of group chats whose owner is still in the corp, 1 to 100. */
  chat_id_list: string[]
  /**
   * Userid of the new owner, who must have the customer-contact feature, and be activated and real-name verified. Both
   * owners must have logged in within the last year.
   */
  new_owner: string
}

export interface TransferGroupChatsResult {
  /** The group chats that WeCom refused. Empty or absent if WeCom accepted all; see `partitionGroupChatTransfers`. */
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
 * 分配在职成员的客户群 — hands the group chats of an active member over to another one.
 *
 * **The call succeeds even if WeCom refuses all group chats:** `failed_chat_list` has the refused group chats, each
 * with its own errcode. `partitionGroupChatTransfers` separates them from the others. A group chat that the new owner
 * has already fails with 90504. This also happens if the client has sent the call again after a lost answer.
 *
 * WeCom allows two transfers of a group chat in 90 days, and 300 group chats of one owner a day.
 *
 * @param client - made by `createClient`.
 * @param params - {@link TransferGroupChatsParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the group chats that WeCom refused.
 * @throws {WeComApiError} `46004`: unknown new_owner. Refusals of single group chats do not throw.
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
