import type { Client, Endpoint, NoParams, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface GetAcquisitionQuotaParams extends NoParams {}

export interface GetAcquisitionQuotaResult {
  /** Number of quota units (使用量) that the corp has used so far. It does not include the unused units in `balance`. */
  total: number
  /** Number of quota units (使用量) that the corp can still use. */
  balance: number
  /** The quota units that the corp can still use, grouped by the day on which they expire. */
  quota_list?: AcquisitionQuota[] | undefined
}

/**
 * The unused quota units (使用量) of the corp that expire on the same day. Each customer who adds a member through an
 * acquisition link uses one unit.
 */
export interface AcquisitionQuota {
  /**
   * Day on which the quota units expire, as the start of that day (00:00) in unix seconds. WeCom does not return the
   * exact time of expiry, which depends on when the corp bought the units.
   */
  expire_date: number
  /** Number of quota units that expire on this day. */
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
 * 查询剩余使用量 — reads how many units of the quota for acquisition links (使用量) the corp has used, how many are left, and
 * when they expire. Customers who come through acquisition links use up the units.
 *
 * You do not need to call this function regularly. WeCom sends the event `balance_low` when fewer than 20 units are
 * left, and the event `balance_exhausted` when none is left.
 *
 * @param client - made by `createClient`.
 * @param params - none. The default is `{}`.
 * @param options - `signal` and timeouts of this call.
 * @returns the quota of the whole corp.
 * @throws {WeComApiError} `48002`: the app is not allowed to use acquisition links.
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
