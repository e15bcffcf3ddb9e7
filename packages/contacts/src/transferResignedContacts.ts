import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type TransferEntry, transferEntrySchema } from './schemas/transferEntry.ts'

export interface TransferResignedContactsParams {
  /** Userid of the member who left the corp. This member must have left at most one year ago. */
  handover_userid: string
  /**
   * Userid of the member who takes over the customers. This member must be activated, real-name verified and in the
   * app's visible range, and must have the customer-contact feature.
   */
  takeover_userid: string
  /** External_userids of the customers to transfer, 1 to 100. */
  external_userid: string[]
}

export interface TransferResignedContactsResult {
  /**
   * One entry for each customer in `external_userid`. Check the `errcode` of each entry, or use
   * `partitionContactTransfers`.
   */
  customer: TransferEntry[]
}

export const transferResignedContactsEndpoint: Endpoint<
  TransferResignedContactsParams,
  TransferResignedContactsResult
> = defineEndpoint({
  name: 'transferResignedContacts',
  method: 'POST',
  path: '/cgi-bin/externalcontact/resigned/transfer_customer',
  effect: 'send',
  docs: 94081,
  params: wireObject<TransferResignedContactsParams>({
    handover_userid: v.pipe(v.string(), v.nonEmpty()),
    takeover_userid: v.pipe(v.string(), v.nonEmpty()),
    external_userid: v.pipe(v.array(v.pipe(v.string(), v.nonEmpty())), v.nonEmpty(), v.maxLength(100)),
  }),
  result: wireObject<TransferResignedContactsResult>({
    customer: v.array(transferEntrySchema),
  }),
  checkWith: 'listResignedContactTransferResults',
})

/**
 * 分配离职成员的客户 — transfers customers of a resigned member to another member.
 *
 * **The call succeeds even if WeCom refuses all customers.** Each entry of the result has its own errcode, and
 * `partitionContactTransfers` separates accepted customers from refused ones. Errcode 0 means that WeCom accepted the
 * transfer. WeCom carries out the transfer 24 hours later. `listResignedContactTransferResults` returns the status of
 * each transfer.
 *
 * The member who left must have logged in within the year before leaving. The new member must have logged in within the
 * last year.
 *
 * @param client - made by `createClient`.
 * @param params - {@link TransferResignedContactsParams}
 * @param options - `signal` and timeouts of this call.
 * @returns an errcode for each customer.
 * @throws {WeComApiError} `40097`: the member `handover_userid` has not left the corp. The refusal of a single customer
 *   does not throw.
 * @see https://developer.work.weixin.qq.com/document/path/94081
 *
 * @example
 * const result = await transferResignedContacts(client, {
 *   handover_userid: 'zhangsan',
 *   takeover_userid: 'lisi',
 *   external_userid: ['wm1', 'wm2'],
 * })
 * const { succeeded, failed } = partitionContactTransfers(result)
 */
export function transferResignedContacts(
  client: Client,
  params: TransferResignedContactsParams,
  options?: RequestOptions,
): Promise<TransferResignedContactsResult> {
  return client.request(transferResignedContactsEndpoint, params, options)
}
