import type { KnownPendingId } from './schemas/knownPendingId.ts'

export interface PartitionedPendingIds {
  succeeded: KnownPendingId[]
  /**
   * External_userids of the customers without a pending_id. No app requested a pending_id for them in the last 90 days,
   * or they are not in the group chat.
   */
  failed: string[]
}

/**
 * Separates the customers for whom WeCom has a pending_id from the others. Use it after
 * `convertExternalUseridsToPendingIds` or `convertCorpGroupExternalUseridsToPendingIds`, because customers without a
 * pending_id are missing from their results.
 *
 * @param result - result of one of the two calls.
 * @param params - parameters of the same call. They contain the ids of all customers.
 * @returns the customers with and without a pending_id, each in its original order.
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
