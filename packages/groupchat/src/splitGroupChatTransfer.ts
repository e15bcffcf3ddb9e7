import type { FailedGroupChat } from './schemas/failedGroupChat.ts'

export interface GroupChatTransferOutcome {
  /** chat_ids of the groups that go to the new owner. */
  accepted: string[]
  /** Groups that stay where they are, and why. */
  failed: FailedGroupChat[]
}

/**
 * Tells the groups that go to their new owner from those whose transfer was refused.
 * `transferResignedGroupChats` and `transferOnJobGroupChats` succeed even where every single group failed,
 * and name only those that did.
 *
 * @param params - parameters of either call.
 * @param result - result of the same call.
 * @returns both lists, each in the order it came in. A list that is absent or null counts as empty.
 *
 * @example
 * const { accepted, failed } = splitGroupChatTransfer(params, await transferOnJobGroupChats(client, params))
 */
export function splitGroupChatTransfer(
  { chat_id_list }: { readonly chat_id_list?: readonly string[] | null | undefined },
  { failed_chat_list }: { readonly failed_chat_list?: readonly FailedGroupChat[] | null | undefined },
): GroupChatTransferOutcome {
  const failed = failed_chat_list ?? []
  const failedIds = new Set(failed.map(({ chat_id }) => chat_id))
  return {
    accepted: (chat_id_list ?? []).filter((chat_id) => !failedIds.has(chat_id)),
    failed: [...failed],
  }
}
