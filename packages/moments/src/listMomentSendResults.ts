import type { Client, Paged, PagedEndpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, requestPaged, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type PublishedMomentParams, publishedMomentEntries } from './schemas/publishedMoment.ts'

export interface ListMomentSendResultsParams extends PublishedMomentParams {
  /** Cursor of the page to read: `next_cursor` of the previous page. Omit it to read the first page. */
  cursor?: string | undefined
  /** Number of customers per page: 1 to 5000, default 3000. WeCom treats a larger number as the default. */
  limit?: number | undefined
}

export interface ListMomentSendResultsResult {
  customer_list: ReachedMomentCustomer[]
  /** Cursor of the next page. Empty on the last page. */
  next_cursor?: string | undefined
}

/** A customer who can see a moment that a member has published. */
export interface ReachedMomentCustomer {
  external_userid: string
}

export const listMomentSendResultsEndpoint: PagedEndpoint<
  ListMomentSendResultsParams,
  ListMomentSendResultsResult,
  'customer_list'
> = defineEndpoint({
  name: 'listMomentSendResults',
  method: 'POST',
  path: '/cgi-bin/externalcontact/get_moment_send_result',
  effect: 'read',
  docs: 93333,
  params: wireObject<ListMomentSendResultsParams>({
    ...publishedMomentEntries,
    cursor: v.optional(v.string()),
    limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  }),
  result: wireObject<ListMomentSendResultsResult>({
    customer_list: v.array(wireObject<ReachedMomentCustomer>({ external_userid: v.string() })),
    next_cursor: v.optional(v.string()),
  }),
  pagination: { style: 'cursor', in: 'cursor', out: 'next_cursor', items: 'customer_list' },
})

/**
 * 获取客户朋友圈发表后的可见客户列表 — lists the customers who can really see a published moment. To list the customers whom the
 * creator of the moment selected before the publication, use `listMomentCustomers`. Some of the selected customers may
 * be unable to see the published moment.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ListMomentSendResultsParams}
 * @param options - `signal` applies to all pages, timeouts apply to each page.
 * @returns one page; `for await (const item of listMomentSendResults(client, params))` yields the items of all pages.
 * @throws {WeComApiError} `41060`: invalid moment_id. `41061`: this member did not publish the moment. `41062`: the
 *   corp created the moment, and this member has not published it yet.
 * @see https://developer.work.weixin.qq.com/document/path/93333
 *
 * @example
 * const { customer_list } = await listMomentSendResults(client, { moment_id: 'mom1', userid: 'zhangsan' })
 */
export function listMomentSendResults(
  client: Client,
  params: ListMomentSendResultsParams,
  options?: RequestOptions,
): Paged<ListMomentSendResultsResult, ReachedMomentCustomer> {
  return requestPaged(client, listMomentSendResultsEndpoint, params, options)
}
