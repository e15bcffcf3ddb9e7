import type { Client, Paged, PagedEndpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, requestPaged, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface ListAcquisitionBillsParams {
  /** Start of the time range, in unix seconds. The call lists the quota units (使用量) that were used in this range. */
  begin_time: number
  /** End of the time range, in unix seconds. It may be at most 31 days after `begin_time`. */
  end_time: number
  /** Id of the corp that used the quota units (使用量). The service provider paid for these units. */
  auth_corpid: string
  /** Cursor of the page to read: `next_cursor` of the previous page. Omit it to read the first page. */
  cursor?: string | undefined
  /** Number of quota units (使用量) per page: 1 to 1000, default 100. */
  limit?: number | undefined
}

export interface ListAcquisitionBillsResult {
  bill_list: AcquisitionBill[]
  /** Cursor of the next page. Absent on the last page. */
  next_cursor?: string | undefined
}

/**
 * One used quota unit (使用量). A unit is used up when a customer comes through an acquisition link. The service provider
 * paid for this unit instead of the corp.
 */
export interface AcquisitionBill {
  /** Time when the quota unit was used, in unix seconds. */
  timestamp: number
  /** Id of the acquisition link that the customer opened. Absent if the link has been deleted. */
  link_id?: string | undefined
  /** The `customer_channel` of the URL that the customer opened. Absent if the URL had no `customer_channel`. */
  state?: string | undefined
  /** Price of the quota unit, in fen (1/100 yuan). */
  price: number
}

export const listAcquisitionBillsEndpoint: PagedEndpoint<
  ListAcquisitionBillsParams,
  ListAcquisitionBillsResult,
  'bill_list'
> = defineEndpoint({
  name: 'listAcquisitionBills',
  method: 'POST',
  path: '/cgi-bin/service/customer_acquisition/get_bill_list',
  effect: 'read',
  token: 'suite',
  docs: 99602,
  params: v.pipe(
    wireObject<ListAcquisitionBillsParams>({
      begin_time: v.pipe(v.number(), v.integer()),
      end_time: v.pipe(v.number(), v.integer()),
      auth_corpid: v.pipe(v.string(), v.nonEmpty()),
      cursor: v.optional(v.string()),
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000))),
    }),
    v.check(
      ({ begin_time, end_time }) => end_time >= begin_time && end_time - begin_time <= 31 * 24 * 60 * 60,
      'end_time must not be before begin_time, and at most 31 days after it',
    ),
  ),
  result: wireObject<ListAcquisitionBillsResult>({
    bill_list: v.array(
      wireObject<AcquisitionBill>({
        timestamp: v.number(),
        link_id: v.optional(v.string()),
        state: v.optional(v.string()),
        price: v.number(),
      }),
    ),
    next_cursor: v.optional(v.string()),
  }),
  pagination: { style: 'cursor', in: 'cursor', out: 'next_cursor', items: 'bill_list' },
})

/**
 * 获取代支付流水 — lists the quota units (使用量) that customers of one corp used and that the service provider paid for. Only
 * the acquisition component (获客助手组件) of a service provider may make this call, with its suite token.
 *
 * A unit appears in the list from the day after it was used. To get the same daily sums as in the corp's own bill, set
 * `begin_time` to 00:00:01 of a day, and `end_time` to 00:00:00 of the next day.
 *
 * @param client - made by `createClient`, with a source of suite tokens.
 * @param params - {@link ListAcquisitionBillsParams}
 * @param options - `signal` applies to all pages, timeouts apply to each page.
 * @returns one page; `for await (const item of listAcquisitionBills(client, params))` yields the items of all pages.
 * @throws {WeComApiError} `50100`: invalid cursor.
 * @see https://developer.work.weixin.qq.com/document/path/99602
 *
 * @example
 * const { bill_list } = await listAcquisitionBills(client, {
 *   begin_time: Date.parse('2026-03-01T00:00:01+08:00') / 1000,
 *   end_time: Date.parse('2026-03-02T00:00:00+08:00') / 1000,
 *   auth_corpid: 'ww1',
 * })
 */
export function listAcquisitionBills(
  client: Client,
  params: ListAcquisitionBillsParams,
  options?: RequestOptions,
): Paged<ListAcquisitionBillsResult, AcquisitionBill> {
  return requestPaged(client, listAcquisitionBillsEndpoint, params, options)
}
