import type { Client, Paged, PagedEndpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, requestPaged, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface ListAcquisitionCustomersParams {
  /** Id of the acquisition link. The app must have created the acquisition link. */
  link_id: string
  /** Number of customers per page: 1 to 1000. WeCom does not document the default. */
  limit?: number | undefined
  /** Cursor of the page to read: `next_cursor` of the previous page. Omit it to read the first page. */
  cursor?: string | undefined
}

export interface ListAcquisitionCustomersResult {
  /** The customers who added a member through the link. A customer who added two members has two entries. */
  customer_list: AcquisitionCustomer[]
  /** Cursor of the next page. Empty or absent on the last page. */
  next_cursor?: string | undefined
}

/** A customer who used an acquisition link, and the member whom the customer added through it. */
export interface AcquisitionCustomer {
  external_userid: string
  /** Userid of the member whom the customer added through the link. */
  userid: string
  /**
   * Reply state of the customer: 0 has sent no message to the member `userid`, 1 has sent at least one message, 2
   * unknown.
   */
  chat_status: 0 | 1 | 2 | (number & {})
  /**
   * The `customer_channel` of the URL that the customer opened, cut to 64 bytes. Empty or absent if the URL had no
   * `customer_channel`. Use it for statistics only, because anybody who opens the URL can change it.
   */
  state?: string | undefined
}

export const listAcquisitionCustomersEndpoint: PagedEndpoint<
  ListAcquisitionCustomersParams,
  ListAcquisitionCustomersResult,
  'customer_list'
> = defineEndpoint({
  name: 'listAcquisitionCustomers',
  method: 'POST',
  path: '/cgi-bin/externalcontact/customer_acquisition/customer',
  effect: 'read',
  docs: 97298,
  params: wireObject<ListAcquisitionCustomersParams>({
    link_id: v.pipe(v.string(), v.nonEmpty()),
    limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000))),
    cursor: v.optional(v.string()),
  }),
  result: wireObject<ListAcquisitionCustomersResult>({
    customer_list: v.array(
      wireObject<AcquisitionCustomer>({
        external_userid: v.string(),
        userid: v.string(),
        chat_status: v.number(),
        state: v.optional(v.string()),
      }),
    ),
    next_cursor: v.optional(v.string()),
  }),
  pagination: { style: 'cursor', in: 'cursor', out: 'next_cursor', items: 'customer_list' },
})

/**
 * 获取由获客链接添加的客户信息 — lists the customers who added a member through one acquisition link.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ListAcquisitionCustomersParams}
 * @param options - `signal` applies to all pages, timeouts apply to each page.
 * @returns one page; `for await (const item of listAcquisitionCustomers(client, params))` yields the items of all
 *   pages.
 * @throws {WeComApiError} `48002`: the app is not allowed to use acquisition links. `50100`: invalid cursor.
 * @see https://developer.work.weixin.qq.com/document/path/97298
 *
 * @example
 * const { customer_list } = await listAcquisitionCustomers(client, { link_id: 'link-1', limit: 1000 })
 */
export function listAcquisitionCustomers(
  client: Client,
  params: ListAcquisitionCustomersParams,
  options?: RequestOptions,
): Paged<ListAcquisitionCustomersResult, AcquisitionCustomer> {
  return requestPaged(client, listAcquisitionCustomersEndpoint, params, options)
}
