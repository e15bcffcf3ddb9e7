import type { Client, Paged, PagedEndpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, requestPaged, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface ListAcquisitionLinksParams {
  /** Number of acquisition links per page: 1 to 100. WeCom does not document the default. */
  limit?: number | undefined
  /** Cursor of the page to read: `next_cursor` of the previous page. Omit it to read the first page. */
  cursor?: string | undefined
}

export interface ListAcquisitionLinksResult {
  /** Ids of the acquisition links. `getAcquisitionLink` returns the name, URL and range of a link. */
  link_id_list: string[]
  /** Cursor of the next page. Empty or absent on the last page. */
  next_cursor?: string | undefined
}

export const listAcquisitionLinksEndpoint: PagedEndpoint<
  ListAcquisitionLinksParams,
  ListAcquisitionLinksResult,
  'link_id_list'
> = defineEndpoint({
  name: 'listAcquisitionLinks',
  method: 'POST',
  path: '/cgi-bin/externalcontact/customer_acquisition/list_link',
  effect: 'read',
  docs: 97297,
  params: wireObject<ListAcquisitionLinksParams>({
    limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100))),
    cursor: v.optional(v.string()),
  }),
  result: wireObject<ListAcquisitionLinksResult>({
    link_id_list: v.array(v.string()),
    next_cursor: v.optional(v.string()),
  }),
  pagination: { style: 'cursor', in: 'cursor', out: 'next_cursor', items: 'link_id_list' },
})

/**
 * 获取获客链接列表 — lists the ids of the acquisition links that this app created and that are still valid.
 *
 * Links created in the admin console or by another app are not listed. For the acquisition component (获客助手组件) of a
 * service provider, WeCom lists the links that the component may use.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ListAcquisitionLinksParams}
 * @param options - `signal` applies to all pages, timeouts apply to each page.
 * @returns one page; `for await (const item of listAcquisitionLinks(client, params))` yields the items of all pages.
 * @throws {WeComApiError} `48002`: the app is not allowed to use acquisition links. `50100`: invalid cursor.
 * @see https://developer.work.weixin.qq.com/document/path/97297
 *
 * @example
 * const { link_id_list, next_cursor } = await listAcquisitionLinks(client)
 */
export function listAcquisitionLinks(
  client: Client,
  params: ListAcquisitionLinksParams = {},
  options?: RequestOptions,
): Paged<ListAcquisitionLinksResult, string> {
  return requestPaged(client, listAcquisitionLinksEndpoint, params, options)
}
