import type { Client, Endpoint, NoParams, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface GetAcquisitionQuotaParams extends NoParams {}

export interface GetAcquisitionQuotaResult {
  /** Number of units used so far. */
  total: number
  /** Number of units left. */
  balance: number
  /** The units left, by the day on which they expire. */
  quota_list?: AcquisitionQuota[] | undefined
}

/** The units of the corp's acquisition quota that expire on one day. */
export interface AcquisitionQuota {
  /**
   * Midnight of the day on which the units expire, in unix seconds. The time of that day depends on the time of purchase.
   */
  expire_date: number
  /** Number of units that expire on this day. */
  balance: number
}

export const getAcquisitionQuotaEndpoint: Endpoint<GetAcquisitionQuotaParams, GetAcquisitionQuotaResult> =
  defineEndpoint({
    name: 'getAcquisitionQuota',
    method: 'GET',
    path: '/cgi-bin/externalcontact/customer_acquisition_quota',
    effect: 'read',
    docs: 97375,
    params: wireObject<GetAcquisitionQuotaParams>({}),
    result: wireObject<GetAcquisitionQuotaResult>({
      total: v.number(),
      balance: v.number(),
      quota_list: v.optional(
        v.array(
          wireObject<AcquisitionQuota>({
            expire_date: v.number(),
            balance: v.number(),
          }),
        ),
      ),
    }),
  })

/**
 * 查询剩余使用量 — reads how many units of acquisition quota the corp has used, how many are left, and when they expire.
 *
 * You need not poll: WeCom raises `balance_low` when fewer than 20 units are left, and `balance_exhausted` at 0.
 *
 * @param client - made by `createClient`.
 * @param params - none: `{}`.
 * @param options - `signal` and timeouts of this call.
 * @returns the quota of the whole corp.
 * @throws {WeComApiError} `48002`: the app may not use acquisition links.
 * @see https://developer.work.weixin.qq.com/document/path/97375
 *
 * @example
 * const { balance } = await getAcquisitionQuota(client)
 */
export function getAcquisitionQuota(
  client: Client,
  params: GetAcquisitionQuotaParams = {},
  options?: RequestOptions,
): Promise<GetAcquisitionQuotaResult> {
  return client.request(getAcquisitionQuotaEndpoint, params, options)
}
