import type { Client, Paged, PagedEndpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, requestPaged, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface ListUnassignedContactsParams {
  /** Cursor of the page to read: `next_cursor` of the previous page. Omit it to read the first page. */
  cursor?: string | undefined
  /** Number of customers per page: 1 to 1000, default 1000. */
  page_size?: number | undefined
  /**
   * Number of the page to read, from 0. `page_id * page_size` must be below 50,000. WeCom ignores `page_id` if you also
   * pass `cursor`. To iterate over all pages, omit `page_id`: with `page_id`, WeCom returns no `next_cursor`, so the
   * iteration ends after this page.
   *
   * @deprecated The official page no longer lists this parameter. Use `cursor`.
   */
  page_id?: number | undefined
}

export interface ListUnassignedContactsResult {
  info: UnassignedContact[]
  is_last: boolean
  /** Cursor of the next page. Empty on the last page. Absent if the request had a `page_id`. */
  next_cursor?: string | undefined
}

/** A customer of a member who left the corp. No other member has taken over the customer yet. */
export interface UnassignedContact {
  /** Userid of the member who left the corp. */
  handover_userid: string
  external_userid: string
  /** Time when the member left the corp, in unix seconds. */
  dimission_time: number
}

export const listUnassignedContactsEndpoint: PagedEndpoint<
  ListUnassignedContactsParams,
  ListUnassignedContactsResult,
  'info'
> = defineEndpoint({
  name: 'listUnassignedContacts',
  method: 'POST',
  path: '/cgi-bin/externalcontact/get_unassigned_list',
  effect: 'read',
  docs: 92124,
  params: v.pipe(
    wireObject<ListUnassignedContactsParams>({
      cursor: v.optional(v.string()),
      page_size: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000))),
      page_id: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
    }),
    v.check(
      ({ cursor, page_id = 0, page_size = 1000 }) => Boolean(cursor) || page_id * page_size < 50_000,
      'page_id * page_size must be below 50000; use cursor instead',
    ),
  ),
  result: wireObject<ListUnassignedContactsResult>({
    info: v.array(
      wireObject<UnassignedContact>({
        handover_userid: v.string(),
        external_userid: v.string(),
        dimission_time: v.number(),
      }),
    ),
    is_last: v.boolean(),
    next_cursor: v.optional(v.string()),
  }),
  pagination: { style: 'cursor', in: 'cursor', out: 'next_cursor', last: 'is_last', items: 'info' },
})

/**
 * 获取待分配的离职成员列表 — lists the customers of members who left the corp. A customer whom another member has taken over is no
 * longer listed.
 *
 * Each entry is a customer. A member who left with group chats, but without customers, has no entry. WeCom does not
 * document the order of the entries.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ListUnassignedContactsParams}
 * @param options - `signal` applies to all pages, timeouts apply to each page.
 * @returns one page; `for await (const item of listUnassignedContacts(client, params))` yields the items of all pages.
 * @throws {WeComApiError} `48002`: the app is not allowed to assign the customers of resigned members.
 * @see https://developer.work.weixin.qq.com/document/path/92124
 *
 * @example
 * const { info, next_cursor } = await listUnassignedContacts(client)
 */
export function listUnassignedContacts(
  client: Client,
  params: ListUnassignedContactsParams = {},
  options?: RequestOptions,
): Paged<ListUnassignedContactsResult, UnassignedContact> {
  return requestPaged(client, listUnassignedContactsEndpoint, params, options)
}
