import type { FailedGroupChat } from './schemas/failedGroupChat.ts'

export interface PartitionedGroupChatTransfers {
  /** Ids of the group chats whose transfer to the new owner WeCom accepted. */
  succeeded: string[]
  /** Group chats whose transfer WeCom refused, with the errcode of each refusal. */
  failed: FailedGroupChat[]
}

/**
 * Separates the group chats whose transfer WeCom accepted from those whose transfer WeCom refused. Use this function
 * after `transferGroupChats` or `transferResignedGroupChats`. These calls succeed even if WeCom refuses every group
 * chat, and their results contain only the refused group chats.
 *
 * @param result - result of `transferGroupChats` or `transferResignedGroupChats`.
 * @param params - parameters of the same call. They contain the ids of all group chats.
 * @returns the accepted group chats in the order of `params`, and the refused group chats in the order of `result`.
 *
 * @example
 * const { succeeded, failed } = partitionGroupChatTransfers(await transferGroupChats(client, params), params)
 */
export function partitionGroupChatTransfers(
  { failed_chat_list }: { readonly failed_chat_list?: readonly FailedGroupChat[] | null | undefined },
  { chat_id_list }: { readonly chat_id_list: readonly string[] },
): PartitionedGroupChatTransfers {
  const failed = failed_chat_list ?? []
  const failedIds = new Set(failed.map(({ chat_id }) => chat_id))
  return { succeeded: chat_id_list.filter((chat_id) => !failedIds.has(chat_id)), failed: [...failed] }
}
