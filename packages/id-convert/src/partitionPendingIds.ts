import type { KnownPendingId } from './schemas/knownPendingId.ts'

export interface PartitionedPendingIds {
  succeeded: KnownPendingId[]
  /**
   * External_userids of the customers without a pending_id. There are two possible reasons: nobody requested a
   * pending_id for the customer in the last 90 days, or the customer is not in the group chat `chat_id` of the
   * parameters.
   */
  failed: string[]
}

/**
 * Separates the customers for whom WeCom has a pending_id from the others. Use it after
 * `convertExternalUseridsToPendingIds` or `convertCorpGroupExternalUseridsToPendingIds`, because the results of these
 * calls do not contain the customers without a pending_id.
 *
 * @param result - result of `convertExternalUseridsToPendingIds` or `convertCorpGroupExternalUseridsToPendingIds`.
 * @param params - parameters of the same call. They contain the ids of all customers.
 * @returns the customers with a pending_id in the order of `result`, and the customers without a pending_id in the
 *   order of `params`.
 *
 * @example
 * const result = await convertExternalUseridsToPendingIds(client, params)
 * const { succeeded, failed } = partitionPendingIds(result, params)
 */
export function partitionPendingIds(
  { result }: { readonly result?: readonly KnownPendingId[] | null | undefined },
  { external_userid }: { readonly external_userid: readonly string[] },
): PartitionedPendingIds {
  const succeeded = result ?? []
  const known = new Set(succeeded.map((entry) => entry.external_userid))
  return { succeeded: [...succeeded], failed: external_userid.filter((id) => !known.has(id)) }
}
