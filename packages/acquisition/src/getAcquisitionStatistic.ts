import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, isDaySpan, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface GetAcquisitionStatisticParams {
  link_id: string
  /** First day to count. Pass any moment of that day, in unix seconds. The day must be within the last 180 days. */
  start_time: number
  /**
   * Last day to count. Pass any moment of that day, in unix seconds. WeCom includes the whole day. The last day may be
   * at most 30 days after the first day.
   */
  end_time: number
}

export interface GetAcquisitionStatisticResult {
  /** Number of customers who opened the acquisition link. */
  click_link_customer_cnt: number
  /** Number of customers who added a member through the acquisition link. */
  new_customer_cnt: number
}

export const getAcquisitionStatisticEndpoint: Endpoint<GetAcquisitionStatisticParams, GetAcquisitionStatisticResult> =
  defineEndpoint({
    name: 'getAcquisitionStatistic',
    method: 'POST',
    path: '/cgi-bin/externalcontact/customer_acquisition/statistic',
    effect: 'read',
    docs: 97375,
    params: v.pipe(
      wireObject<GetAcquisitionStatisticParams>({
        link_id: v.pipe(v.string(), v.nonEmpty()),
        start_time: v.pipe(v.number(), v.integer()),
        end_time: v.pipe(v.number(), v.integer()),
      }),
      v.check(
        ({ start_time, end_time }) => isDaySpan(start_time, end_time),
        'end_time must be on the day of start_time, or at most 30 days later',
      ),
    ),
    result: wireObject<GetAcquisitionStatisticResult>({
      click_link_customer_cnt: v.number(),
      new_customer_cnt: v.number(),
    }),
  })

/**
 * 查询链接使用详情 — counts the customers who opened one acquisition link, and the customers who added a member through it.
 *
 * The result contains the sums over all days. To get the figures of each day, make one call per day. If the acquisition
 * component (获客助手组件) of a service provider makes the call, WeCom counts only customers who opened the link by the URL
 * of the component. This URL contains the parameter `comp_scene`, and `getAcquisitionLink` returns it to the component.
 *
 * @param client - made by `createClient`.
 * @param params - {@link GetAcquisitionStatisticParams}
 * @param options - `signal` and timeouts of this call.
 * @returns the sums over all days.
 * @throws {WeComApiError} `600018`: invalid days, e.g. more than 180 days ago.
 *   `48002`: the app is not allowed to use acquisition links.
 * @see https://developer.work.weixin.qq.com/document/path/97375
 *
 * @example
 * const { new_customer_cnt } = await getAcquisitionStatistic(client, {
 *   link_id: 'link-1',
 *   start_time: Date.parse('2026-03-01T00:00+08:00') / 1000,
 *   end_time: Date.parse('2026-03-31T00:00+08:00') / 1000,
 * })
 */
export function getAcquisitionStatistic(
  client: Client,
  params: GetAcquisitionStatisticParams,
  options?: RequestOptions,
): Promise<GetAcquisitionStatisticResult> {
  return client.request(getAcquisitionStatisticEndpoint, params, options)
}
