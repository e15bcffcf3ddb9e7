import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, maxCharacters, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type TransferEntry, transferEntrySchema } from './schemas/transferEntry.ts'

export interface TransferContactsParams {
  /** Userid of the member who has the customers now. */
  handover_userid: string
  /**
   * Userid of the member who takes over. This member must be in the app's visible range, have the customer-contact
   * feature, and be activated and real-name verified.
   */
  takeover_userid: string
  /** External_userids of customers of the first member, 1 to 100. */
  external_userid: string[]
  /** Message to the customer after the transfer, at most 200 characters. Default: a text by WeCom. */
  transfer_success_msg?: string | undefined
}

export interface TransferContactsResult {
  /** One entry for each customer of the parameters. Check every `errcode`, or use `partitionContactTransfers`. */
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
 * 分配在职成员的客户 — hands customers of an active member over to another one.
 *
 * **The call succeeds even if WeCom refuses all customers:** each entry of the result has its own
 * errcode; `partitionContactTransfers` separates them. Errcode 0 of an entry means that the transfer has started. WeCom
 * carries it out 24 hours later, unless the customer refuses. `listContactTransferResults` reads the outcome.
 *
 * A customer can be transferred twice in 90 days. Both members must have logged in within the last year.
 *
 * @param client - made by `createClient`.
 * @param params - {@link TransferContactsParams}
 * @param options - `signal` and timeouts of this call.
 * @returns an errcode for each customer.
 * @throws {WeComApiError} `60111`: unknown userid, or outside the app's visible range.
 *   Refusals of single customers do not throw.
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
