import type { Client, Paged, PagedEndpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, requestPaged, wireObject } from '@wecom/core/define'
import * as v from 'valibot'

export interface ListUnassignedContactsParams {
  /** Cursor of this page: `next_cursor` of the previous page. Omit it on the first call. */
  cursor?: string | undefined
  /** Number of entries per page: 1 to 1000, default 1000. */
  page_size?: number | undefined
  /**
   * Number of the page, from 0. WeCom ignores it if `cursor` is given. `page_id * page_size` must be below 50,000. Omit
   * it to iterate over all items, because the iteration uses the cursor.
   * @deprecated The official page no longer lists this parameter. Use `cursor`.
   */
  page_id?: number | undefined
}

export interface ListUnassignedContactsResult {
  info: UnassignedContact[]
  is_last: boolean
  /** Cursor of the next page. Empty on the last page. Absent if `page_id` was given. */
  next_cursor?: string | undefined
}

/** A customer of a member who left the corp. */
export interface UnassignedContact {
  /** Userid of the member who left. */
  handover_userid: string
  external_userid: string
  /** When the member left, in unix seconds. */
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
 * 获取待分配的离职成员列表 — lists the customers of resigned members that wait for a new member.
 *
 * A member who left the corp with group chats but without customers is not listed. WeCom does not document the order.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ListUnassignedContactsParams}
 * @param options - `signal` for all pages, timeouts for each of them.
 * @returns one page; `for await (const item of listUnassignedContacts(client, params))` yields the items of all pages.
 * @throws {WeComApiError} `48002`: the app may not assign the customers of resigned members.
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
