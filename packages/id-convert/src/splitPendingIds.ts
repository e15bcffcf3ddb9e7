import type { KnownPendingId } from './schemas/knownPendingId.ts'

export interface PendingIdOutcome {
  known: KnownPendingId[]
  /** Customers of whom no pending_id is known: nobody asked for one in the last 90 days, or they are not in the group. */
  unknown: string[]
}

/**
 * Tells the customers whose pending_id was found from the others, of whom `convertExternalUseridsToPendingIds` and
 * `convertCorpGroupExternalUseridsToPendingIds` say nothing.
 *
 * @param params - parameters of either call.
 * @param result - result of the same call.
 * @returns both lists, each in the order it came in. A list that is absent or null counts as empty.
 *
 * @example
 * const { known, unknown } = splitPendingIds(params, await convertExternalUseridsToPendingIds(client, params))
 */
export function splitPendingIds(
  { external_userid }: { readonly external_userid?: readonly string[] | null | undefined },
  { result }: { readonly result?: readonly KnownPendingId[] | null | undefined },
): PendingIdOutcome {
  const known = result ?? []
  const knownIds = new Set(known.map((entry) => entry.external_userid))
  return { known: [...known], unknown: (external_userid ?? []).filter((id) => !knownIds.has(id)) }
}
