import type { TransferEntry } from './schemas/transferEntry.ts'

export interface PartitionedContactTransfers {
  /** External_userids of the customers whose transfer WeCom accepted. WeCom carries out the transfer 24 hours later. */
  succeeded: string[]
  /** Customers whose transfer WeCom refused, with the errcode of each refusal. */
  failed: TransferEntry[]
}

/**
 * Separates the customers whose transfer WeCom accepted from those whose transfer WeCom refused. Use it after
 * `transferContacts` or `transferResignedContacts`, because these calls succeed even if WeCom refuses every customer.
 *
 * @param result - result of `transferContacts` or `transferResignedContacts`.
 * @returns the accepted and the refused customers, each in the order of `result`.
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
