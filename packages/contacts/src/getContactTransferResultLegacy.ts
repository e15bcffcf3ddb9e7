import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import type { TransferStatus } from './schemas/transferredContact.ts'

export interface GetContactTransferResultLegacyParams {
  external_userid: string
  /** Userid of the member who had the customer before the transfer. */
  handover_userid: string
  /** Userid of the member who has the customer after the transfer. */
  takeover_userid: string
}

export interface GetContactTransferResultLegacyResult {
  status: TransferStatus
  /** Time of the transfer, in unix seconds. While `status` is 2 (waiting), this is the planned time. */
  takeover_time: number
}

export const getContactTransferResultLegacyEndpoint: Endpoint<
  GetContactTransferResultLegacyParams,
  GetContactTransferResultLegacyResult
> = defineEndpoint({
  name: 'getContactTransferResultLegacy',
  method: 'POST',
  path: '/cgi-bin/externalcontact/get_transfer_result',
  effect: 'read',
  docs: 92973,
  params: wireObject<GetContactTransferResultLegacyParams>({
    external_userid: v.pipe(v.string(), v.nonEmpty()),
    handover_userid: v.pipe(v.string(), v.nonEmpty()),
    takeover_userid: v.pipe(v.string(), v.nonEmpty()),
  }),
  result: wireObject<GetContactTransferResultLegacyResult>({
    status: v.number(),
    takeover_time: v.number(),
  }),
})

/**
 * 查询客户接替结果 — reads the status of the transfer of one customer to another member.
 *
 * @deprecated Not maintained by WeCom since early 2021. Use `listContactTransferResults` for active members,
 *   `listResignedContactTransferResults` for members who left.
 *
 * @param client - made by `createClient`.
 * @param params - {@link GetContactTransferResultLegacyParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the status and the time of the transfer.
 * @throws {WeComApiError} `40096`: invalid external_userid.
 * @see https://developer.work.weixin.qq.com/document/path/92973
 *
 * @example
 * const { status } = await getContactTransferResultLegacy(client, {
 *   external_userid: 'wm1',
 *   handover_userid: 'zhangsan',
 *   takeover_userid: 'lisi',
 * })
 */
export function getContactTransferResultLegacy(
  client: Client,
  params: GetContactTransferResultLegacyParams,
  options?: RequestOptions,
): Promise<GetContactTransferResultLegacyResult> {
  return client.request(getContactTransferResultLegacyEndpoint, params, options)
}
