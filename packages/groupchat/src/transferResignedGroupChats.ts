import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type FailedGroupChat, failedGroupChatSchema } from './schemas/failedGroupChat.ts'

export interface TransferResignedGroupChatsParams {
  /** Ids of group chats whose owner left, 1 to 100. `listGroupChats` finds them by `status_filter` 1. */
  chat_id_list: string[]
  /**
   * Userid of the new owner, who must have the customer-contact feature, be activated and real-name verified, and have
   * logged in within the last year.
   */
  new_owner: string
}

export interface TransferResignedGroupChatsResult {
  /** The group chats that WeCom refused. Empty or absent if WeCom accepted all; see `partitionGroupChatTransfers`. */
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
 * 分配离职成员的客户群 — hands the group chats of members who left over to another member.
 *
 * **The call succeeds even if WeCom refuses all group chats:** `failed_chat_list` has the refused group chats, each
 * with its own errcode. `partitionGroupChatTransfers` separates them from the others. Group chats that an earlier call
 * handed over fail with 90504 or 90508, also if the client has sent the call again after a lost answer.
 *
 * WeCom allows 300 group chats of one owner a day. The owner must have left within the last year, and must have logged
 * in within the year before leaving.
 *
 * @param client - made by `createClient`.
 * @param params - {@link TransferResignedGroupChatsParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the group chats that WeCom refused.
 * @throws {WeComApiError} `46004`: unknown new_owner. Refusals of single group chats do not throw.
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
