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
 * @returns both lists, each in the order it came in.
 *
 * @example
 * const { known, unknown } = splitPendingIds(params, await convertExternalUseridsToPendingIds(client, params))
 */
export function splitPendingIds(
  { external_userid }: { readonly external_userid: readonly string[] },
  { result }: { readonly result: readonly KnownPendingId[] },
): PendingIdOutcome {
  const known = new Set(result.map((entry) => entry.external_userid))
  return { known: [...result], unknown: external_userid.filter((id) => !known.has(id)) }
}
