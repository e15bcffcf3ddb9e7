import type { KnownPendingId } from './schemas/knownPendingId.ts'

export interface PartitionedPendingIds {
  succeeded: KnownPendingId[]
  /**
   * External_userids of customers without a pending_id, because no app requested one in the last 90 days, or they are
   * not in the group chat.
   */
  failed: string[]
}

/**
 * Separates the customers whose pending_id was found from the others, which are missing from the results of
 * `convertExternalUseridsToPendingIds` and `convertCorpGroupExternalUseridsToPendingIds`.
 *
 * @param result - result of either call.
 * @param params - parameters of the same call; they name the others.
 * @returns both lists, in their original order.
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
