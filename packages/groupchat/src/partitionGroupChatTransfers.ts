import type { FailedGroupChat } from './schemas/failedGroupChat.ts'

export interface PartitionedGroupChatTransfers {
  /** chat_ids of the groups that go to the new owner. */
  succeeded: string[]
  /** Groups that stay where they are, and why. */
  failed: FailedGroupChat[]
}

/**
 * Separates the groups that go to their new owner from those whose transfer was refused.
 * `transferGroupChats` and `transferResignedGroupChats` succeed even if every single group failed, and name only those
 * that did.
 *
 * @param result - result of either call.
 * @param params - parameters of the same call, which name the others.
 * @returns both lists, each in the order it came in.
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
