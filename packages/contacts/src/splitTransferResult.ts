import type { TransferEntry } from './schemas/transferEntry.ts'

export interface TransferOutcome {
  /** external_userids whose transfer was started. It is carried out 24 hours later. */
  accepted: string[]
  /** Customers who stay where they are, and why. */
  failed: TransferEntry[]
}

/**
 * Tells the customers whose transfer was started from those it was refused for.
 * `transferContacts` and `transferResignedContacts` succeed even where every single customer failed.
 *
 * @param result - result of either call.
 * @returns both lists, in the order of the result. A list that is absent or null counts as empty.
 *
 * @example
 * const { accepted, failed } = splitTransferResult(await transferContacts(client, params))
 */
export function splitTransferResult({
  customer,
}: {
  readonly customer?: readonly TransferEntry[] | null | undefined
}): TransferOutcome {
  const entries = customer ?? []
  return {
    accepted: entries.filter(({ errcode }) => errcode === 0).map(({ external_userid }) => external_userid),
    failed: entries.filter(({ errcode }) => errcode !== 0),
  }
}
