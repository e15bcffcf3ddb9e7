export interface MassMessageReceivers {
  /** Customers or group chats that the message goes to; undefined where the call did not name them one by one. */
  accepted: string[] | undefined
  /** Those that it does not go to: not valid, or not to be sent to. */
  failed: string[]
}

/**
 * Tells the receivers that a mass message goes to from those that were refused. `createMassMessage` succeeds where any
 * receiver is left, and names only those that were refused.
 *
 * @param params - parameters of `createMassMessage`.
 * @param result - result of the same call.
 * @returns both lists, each in the order it came in. A list that is absent or null counts as empty.
 *
 * @example
 * const result = await createMassMessage(client, params)
 * const { accepted, failed } = splitMassMessageReceivers(params, result)
 */
export function splitMassMessageReceivers(
  {
    chat_type,
    external_userid,
    chat_id_list,
  }: {
    readonly chat_type?: 'single' | 'group' | undefined
    readonly external_userid?: readonly string[] | null | undefined
    readonly chat_id_list?: readonly string[] | null | undefined
  },
  { fail_list }: { readonly fail_list?: readonly string[] | null | undefined },
): MassMessageReceivers {
  const failed = new Set(fail_list)
  // WeCom ignores the receivers of the other form.
  const named = chat_type === 'group' ? chat_id_list : external_userid
  return { accepted: named?.filter((id) => !failed.has(id)), failed: [...(fail_list ?? [])] }
}
