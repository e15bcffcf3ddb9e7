export interface PartitionedMassMessageReceivers {
  /**
   * Ids of the customers or group chats that WeCom accepted as receivers. Undefined if the parameters select the
   * receivers only by `sender` or `tag_filter`.
   */
  succeeded: string[] | undefined
  /**
   * Ids of the customers or group chats that do not receive the message, because the id is invalid or WeCom refused the
   * receiver.
   */
  failed: string[]
}

/**
 * Separates the receivers that WeCom accepted for a mass message from those that WeCom refused. Use this function after
 * `createMassMessage`. `createMassMessage` succeeds even if WeCom accepts only one receiver, and the result contains
 * only the refused receivers.
 *
 * @param result - result of `createMassMessage`.
 * @param params - parameters of the same call. They contain the ids of the receivers.
 * @returns the accepted receivers in the order of `params`, and the refused receivers in the order of `result`.
 *   `succeeded` is undefined if the parameters do not list the receivers.
 *
 * @example
 * const { succeeded, failed } = partitionMassMessageReceivers(await createMassMessage(client, params), params)
 */
export function partitionMassMessageReceivers(
  { fail_list }: { readonly fail_list?: readonly string[] | null | undefined },
  {
    chat_type,
    external_userid,
    chat_id_list,
  }: {
    readonly chat_type?: 'single' | 'group' | undefined
    readonly external_userid?: readonly string[] | undefined
    readonly chat_id_list?: readonly string[] | undefined
  },
): PartitionedMassMessageReceivers {
  const failed = new Set(fail_list)
  // WeCom ignores the receivers of the other form.
  const named = chat_type === 'group' ? chat_id_list : external_userid
  return { succeeded: named?.filter((id) => !failed.has(id)), failed: [...failed] }
}
