export interface PartitionedMassMessageReceivers {
  /**
   * Ids of the customers or group chats that get the message. Undefined if the parameters did not name them one by one.
   */
  succeeded: string[] | undefined
  /**
   * Ids of the customers or group chats that will not get the message, because they are invalid or WeCom refused them.
   */
  failed: string[]
}

/**
 * Separates the receivers that get a mass message from those that WeCom refused. `createMassMessage` succeeds if any
 * receiver is left, and its result names only the refused receivers.
 *
 * @param result - result of `createMassMessage`.
 * @param params - parameters of the same call, which name all receivers.
 * @returns both lists, in their original order.
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
