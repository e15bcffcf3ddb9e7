import type { FailedGroupChat } from './schemas/failedGroupChat.ts'

export interface PartitionedGroupChatTransfers {
  /** Ids of the group chats that go to the new owner. */
  succeeded: string[]
  /** Group chats that stay with their owner, with the errcode of the refusal. */
  failed: FailedGroupChat[]
}

/**
 * Separates the group chats that go to their new owner from those whose transfer was refused.
 * `transferGroupChats` and `transferResignedGroupChats` succeed even if WeCom refuses every group chat, and return only
 * the refused ones.
 *
 * @param result - result of either call.
 * @param params - parameters of the same call; they name the others.
 * @returns both lists, in their original order.
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
