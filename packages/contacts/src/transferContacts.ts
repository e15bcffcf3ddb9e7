import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, maxCharacters, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type TransferEntry, transferEntrySchema } from './schemas/transferEntry.ts'

export interface TransferContactsParams {
  /** Userid of the member who has the customers before the transfer. */
  handover_userid: string
  /**
   * Userid of the member who takes over the customers. This member must be activated, real-name verified and in the
   * app's visible range, and must have the customer-contact feature.
   */
  takeover_userid: string
  /** External_userids of the customers to transfer, 1 to 100. */
  external_userid: string[]
  /** Message to the customers after the transfer, at most 200 characters. Default: a text that WeCom chooses. */
  transfer_success_msg?: string | undefined
}

export interface TransferContactsResult {
  /**
   * One entry for each customer in `external_userid`. Check the `errcode` of each entry, or use
   * `partitionContactTransfers`.
   */
  customer: TransferEntry[]
}

export const transferContactsEndpoint: Endpoint<TransferContactsParams, TransferContactsResult> = defineEndpoint({
  name: 'transferContacts',
  method: 'POST',
  path: '/cgi-bin/externalcontact/transfer_customer',
  effect: 'send',
  docs: 92125,
  params: wireObject<TransferContactsParams>({
    handover_userid: v.pipe(v.string(), v.nonEmpty()),
    takeover_userid: v.pipe(v.string(), v.nonEmpty()),
    external_userid: v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.nonEmpty(), v.maxLength(100)),
    transfer_success_msg: v.optional(v.pipe(v.string(), maxCharacters(200))),
  }),
  result: wireObject<TransferContactsResult>({
    customer: v.array(transferEntrySchema),
  }),
  checkWith: 'listContactTransferResults',
})

/**
 * 分配在职成员的客户 — transfers customers of an active member to another member.
 *
 * **The call succeeds even if WeCom refuses all customers.** Each entry of the result has its own errcode, and
 * `partitionContactTransfers` separates accepted customers from refused ones. Errcode 0 means that WeCom accepted the
 * transfer. WeCom carries out the transfer 24 hours later, unless the customer refuses. `listContactTransferResults`
 * returns the status of each transfer.
 *
 * A customer can be transferred at most twice in 90 days. Both members must have logged in within the last year.
 *
 * @param client - made by `createClient`.
 * @param params - {@link TransferContactsParams}
 * @param options - `signal` and timeouts of this call.
 * @returns an errcode for each customer.
 * @throws {WeComApiError} `60111`: a userid is unknown, or outside the app's visible range. The refusal of a single
 *   customer does not throw.
 * @see https://developer.work.weixin.qq.com/document/path/92125
 *
 * @example
 * const result = await transferContacts(client, {
 *   handover_userid: 'zhangsan',
 *   takeover_userid: 'lisi',
 *   external_userid: ['wm1', 'wm2'],
 * })
 * const { succeeded, failed } = partitionContactTransfers(result)
 */
export function transferContacts(
  client: Client,
  params: TransferContactsParams,
  options?: RequestOptions,
): Promise<TransferContactsResult> {
  return client.request(transferContactsEndpoint, params, options)
}
