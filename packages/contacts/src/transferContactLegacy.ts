import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, maxCharacters, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface TransferContactLegacyParams {
  /** External_userid of the customer to transfer. */
  external_userid: string
  /**
   * Userid of the member who has the customer, or who had the customer before leaving the corp. If both an active
   * member and a member who left had this userid, WeCom transfers the customer of the active member.
   */
  handover_userid: string
  /**
   * Userid of the member who takes over the customer. This member must be activated, real-name verified and in the
   * app's visible range, and must have the customer-contact feature.
   */
  takeover_userid: string
  /**
   * Message to the customer after the transfer, at most 200 characters. Default: a text that WeCom chooses. The message
   * has no effect if the member who had the customer has left the corp.
   */
  transfer_success_msg?: string | undefined
}

export interface TransferContactLegacyResult {}

export const transferContactLegacyEndpoint: Endpoint<TransferContactLegacyParams, TransferContactLegacyResult> =
  defineEndpoint({
    name: 'transferContactLegacy',
    method: 'POST',
    path: '/cgi-bin/externalcontact/transfer',
    effect: 'send',
    docs: 91564,
    params: wireObject<TransferContactLegacyParams>({
      external_userid: v.pipe(v.string(), v.nonEmpty()),
      handover_userid: v.pipe(v.string(), v.nonEmpty()),
      takeover_userid: v.pipe(v.string(), v.nonEmpty()),
      transfer_success_msg: v.optional(v.pipe(v.string(), maxCharacters(200))),
    }),
    result: wireObject<TransferContactLegacyResult>({}),
    checkWith: 'getContactTransferResultLegacy',
  })

/**
 * 分配在职或离职成员的客户 — transfers one customer of an active or resigned member to another member.
 *
 * @deprecated Not maintained by WeCom since February 2021. Use `transferContacts` for active members,
 *   `transferResignedContacts` for members who left.
 *
 * @param client - made by `createClient`.
 * @param params - {@link TransferContactLegacyParams}
 * @param options - `signal` and timeouts of this call.
 * @returns nothing. `getContactTransferResultLegacy` reads the status of the transfer.
 * @throws {WeComApiError} `40096`: invalid external_userid. `40098`: the new member is not real-name verified. `40099`:
 *   the new member has reached the limit of customers. `40100`: the customer is being transferred already. `40128`: the
 *   customer was transferred too often.
 * @see https://developer.work.weixin.qq.com/document/path/91564
 *
 * @example
 * await transferContactLegacy(client, {
 *   external_userid: 'wm1',
 *   handover_userid: 'zhangsan',
 *   takeover_userid: 'lisi',
 * })
 */
export function transferContactLegacy(
  client: Client,
  params: TransferContactLegacyParams,
  options?: RequestOptions,
): Promise<TransferContactLegacyResult> {
  return client.request(transferContactLegacyEndpoint, params, options)
}
