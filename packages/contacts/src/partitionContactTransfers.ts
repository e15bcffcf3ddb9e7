import type { TransferEntry } from './schemas/transferEntry.ts'

export interface PartitionedContactTransfers {
  /** External_userids of the customers whose transfer has started. WeCom carries it out 24 hours later. */
  succeeded: string[]
  /** Customers who stay with their member, with the errcode of the refusal. */
  failed: TransferEntry[]
}

/**
 * Separates the customers whose transfer was started from those whose transfer was refused.
 * `transferContacts` and `transferResignedContacts` succeed even if WeCom refuses every customer.
 *
 * @param result - result of either call.
 * @returns both lists, in the order of the result.
 *
 * @example
 * const { succeeded, failed } = partitionContactTransfers(await transferContacts(client, params))
 */
export function partitionContactTransfers({
  customer,
}: {
  readonly customer?: readonly TransferEntry[] | null | undefined
}): PartitionedContactTransfers {
  const entries = customer ?? []
  return {
    succeeded: entries.filter(({ errcode }) => errcode === 0).map(({ external_userid }) => external_userid),
    failed: entries.filter(({ errcode }) => errcode !== 0),
  }
}
