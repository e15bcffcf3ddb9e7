import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type FailedGroupChat, failedGroupChatSchema } from './schemas/failedGroupChat.ts'

export interface TransferResignedGroupChatsParams {
  /** Groups whose owner left, 1 to 100; `listGroupChats` finds them by `status_filter` 1. */
  chat_id_list: string[]
  /**
   * userid of the member who is to own them: with the customer-contact feature, activated, real-name verified,
   * logged in within the last year.
   */
  new_owner: string
}

export interface TransferResignedGroupChatsResult {
  /** Empty or absent where all groups were taken; see `partitionGroupChatTransfers`. */
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
 * 分配离职成员的客户群 — hands the customer groups of members who left over to another member.
 *
 * **The call succeeds even where groups fail, all of them included:** those are in `failed_chat_list`, each with an
 * errcode of its own; `partitionGroupChatTransfers` sorts them. Groups that an earlier call handed over come back there with
 * 90504 or 90508, also where the client itself has sent the call again after a lost answer.
 *
 * The groups of one owner: 300 a day, as long as the owner left no more than a year ago, and had logged in within the
 * year before.
 *
 * @param client - made by `createClient`.
 * @param params - {@link TransferResignedGroupChatsParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the groups that failed.
 * @throws {WeComApiError} `46004`: unknown new_owner. Failures of single groups do not throw.
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
