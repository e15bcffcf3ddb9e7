import type { Client, Paged, PagedEndpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, requestPaged, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type PublishedMomentParams, publishedMomentEntries } from './schemas/publishedMoment.ts'

export interface ListMomentCustomersParams extends PublishedMomentParams {
  /** Cursor of the page to read: `next_cursor` of the previous page. Omit it to read the first page. */
  cursor?: string | undefined
  /** Number of customers per page: 1 to 1000, default 500. WeCom treats a larger number as the default. */
  limit?: number | undefined
}

export interface ListMomentCustomersResult {
  customer_list: MomentCustomer[]
  /** Cursor of the next page. Empty on the last page. */
  next_cursor?: string | undefined
}

/**
 * A customer whom the creator of a moment selected as a viewer. The creator selects the viewers before the moment is
 * published.
 */
export interface MomentCustomer {
  /** Userid of the member who published the moment. */
  userid: string
  external_userid: string
}

export const listMomentCustomersEndpoint: PagedEndpoint<
  ListMomentCustomersParams,
  ListMomentCustomersResult,
  'customer_list'
> = defineEndpoint({
  name: 'listMomentCustomers',
  method: 'POST',
  path: '/cgi-bin/externalcontact/get_moment_customer_list',
  effect: 'read',
  docs: 93333,
  params: wireObject<ListMomentCustomersParams>({
    ...publishedMomentEntries,
    cursor: v.optional(v.string()),
    limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  }),
  result: wireObject<ListMomentCustomersResult>({
    customer_list: v.array(
      wireObject<MomentCustomer>({
        userid: v.string(),
        external_userid: v.string(),
      }),
    ),
    next_cursor: v.optional(v.string()),
  }),
  pagination: { style: 'cursor', in: 'cursor', out: 'next_cursor', items: 'customer_list' },
})

/**
 * 获取客户朋友圈发表时选择的可见范围 — lists the customers whom the creator of a moment selected as viewers. The creator selects the
 * viewers before the moment is published, and some of them may be unable to see the published moment. To list the
 * customers who can really see the published moment, use `listMomentSendResults`.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ListMomentCustomersParams}
 * @param options - `signal` applies to all pages, timeouts apply to each page.
 * @returns one page; `for await (const item of listMomentCustomers(client, params))` yields the items of all pages.
 * @throws {WeComApiError} `41060`: invalid moment_id. `41061`: this member did not publish the moment. `41062`: the
 *   corp created the moment, and this member has not published it yet.
 * @see https://developer.work.weixin.qq.com/document/path/93333
 *
 * @example
 * const { customer_list } = await listMomentCustomers(client, { moment_id: 'mom1', userid: 'zhangsan' })
 */
export function listMomentCustomers(
  client: Client,
  params: ListMomentCustomersParams,
  options?: RequestOptions,
): Paged<ListMomentCustomersResult, MomentCustomer> {
  return requestPaged(client, listMomentCustomersEndpoint, params, options)
}
