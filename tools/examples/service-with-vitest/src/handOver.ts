import {
  listUnassignedContacts,
  partitionContactTransfers,
  type TransferEntry,
  transferResignedContacts,
} from '@wecom/contacts'
import type { Client } from '@wecom/core'

/** Maximum number of customers that WeCom accepts in one call. */
const perCall = 100

export interface HandOver {
  /** Customers whose transfer WeCom has accepted. WeCom carries out each transfer 24 hours later. */
  readonly started: string[]
  /** Customers whose transfer WeCom has refused, with the errcode of each. */
  readonly refused: TransferEntry[]
}

/** Transfers the customers of all members who have left the corp to the member `takeover_userid`. */
export async function handOver(client: Client, takeover_userid: string): Promise<HandOver> {
  const waiting = new Map<string, string[]>()
  for await (const { handover_userid, external_userid } of listUnassignedContacts(client)) {
    waiting.set(handover_userid, [...(waiting.get(handover_userid) ?? []), external_userid])
  }

  const result: HandOver = { started: [], refused: [] }
  for (const [handover_userid, customers] of waiting) {
    for (let from = 0; from < customers.length; from += perCall) {
      const params = { handover_userid, takeover_userid, external_userid: customers.slice(from, from + perCall) }
      const { succeeded, failed } = partitionContactTransfers(await transferResignedContacts(client, params))
      result.started.push(...succeeded)
      result.refused.push(...failed)
    }
  }
  return result
}
