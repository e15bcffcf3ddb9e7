export interface PartitionedMassMessageReceivers {
  /** Customers or group chats that the message goes to; undefined if the call did not name them one by one. */
  succeeded: string[] | undefined
  /** Those that it does not go to: not valid, or not to be sent to. */
  failed: string[]
}

/**
 * Separates the receivers that a mass message goes to from those that were refused. `createMassMessage` succeeds if any
 * receiver is left, and names only those that were refused.
 *
 * @param result - result of `createMassMessage`.
 * @param params - parameters of the same call, which name the others.
 * @returns both lists, each in the order it came in.
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
