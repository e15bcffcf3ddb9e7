import type { Client, Paged, PagedEndpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, requestPaged, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type GroupChatStats, groupChatStatsSchema } from './schemas/groupChatStats.ts'
import { type GroupChatStatsQuery, groupChatStatsQueryEntries, requireDaySpan } from './schemas/groupChatStatsQuery.ts'

export interface ListGroupChatStatsByOwnerParams extends GroupChatStatsQuery {
  /**
   * Figure by which to sort the owners: 1 new group chats (default), 2 group chats in total, 3 new people, 4 people in
   * total.
   */
  order_by?: 1 | 2 | 3 | 4 | undefined
  /** Direction in which to sort the owners: 0 descending (default), 1 ascending. */
  order_asc?: 0 | 1 | undefined
  /** Number of owners to skip before the page: `next_offset` of the previous page. Default 0. */
  offset?: number | undefined
  /** Number of owners per page: 1 to 1000, default 500. */
  limit?: number | undefined
}

export interface ListGroupChatStatsByOwnerResult {
  /** Number of owners on all pages. */
  total: number
  /** The `offset` of the next page. On the last page, it equals `total`. */
  next_offset: number
  items: OwnerGroupChatStats[]
}

/** Figures on the group chats of one owner, for the days from `day_begin_time` to `day_end_time`. */
export interface OwnerGroupChatStats {
  /** Userid of the owner of the group chats. */
  owner: string
  data: GroupChatStats
}

export const listGroupChatStatsByOwnerEndpoint: PagedEndpoint<
  ListGroupChatStatsByOwnerParams,
  ListGroupChatStatsByOwnerResult,
  'items'
> = defineEndpoint({
  name: 'listGroupChatStatsByOwner',
  method: 'POST',
  path: '/cgi-bin/externalcontact/groupchat/statistic',
  effect: 'read',
  docs: 92133,
  params: v.pipe(
    wireObject<ListGroupChatStatsByOwnerParams>({
      ...groupChatStatsQueryEntries,
      order_by: v.optional(v.picklist([1, 2, 3, 4])),
      order_asc: v.optional(v.picklist([0, 1])),
      offset: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
      limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000))),
    }),
    requireDaySpan(),
  ),
  result: wireObject<ListGroupChatStatsByOwnerResult>({
    total: v.number(),
    next_offset: v.number(),
    items: v.array(
      wireObject<OwnerGroupChatStats>({
        owner: v.string(),
        data: groupChatStatsSchema,
      }),
    ),
  }),
  pagination: { style: 'offset', in: 'offset', out: 'next_offset', total: 'total', items: 'items' },
})

/**
 * 获取「群聊数据统计」数据(按群主聚合) — counts group chats, people and messages for each owner of group chats.
 *
 * WeCom adds up the figures of all days. To get the figures of each day, use `listGroupChatStatsByDay`.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ListGroupChatStatsByOwnerParams}
 * @param options - `signal` applies to all pages, timeouts apply to each page.
 * @returns one page; `for await (const item of listGroupChatStatsByOwner(client, params))` yields the items of all
 *   pages.
 * @throws {WeComApiError} `60011`: an owner is outside the app's visible range. `81017`: the call names no owners, and
 *   more than 1000 people are in the app's visible range.
 * @see https://developer.work.weixin.qq.com/document/path/92133
 *
 * @example
 * const yesterday = Math.floor(Date.now() / 1000) - 86_400
 * const { items } = await listGroupChatStatsByOwner(client, {
 *   day_begin_time: yesterday,
 *   owner_filter: { userid_list: ['zhangsan', 'lisi'] },
 *   order_by: 4, // by the total number of people, largest first
 * })
 */
export function listGroupChatStatsByOwner(
  client: Client,
  params: ListGroupChatStatsByOwnerParams,
  options?: RequestOptions,
): Paged<ListGroupChatStatsByOwnerResult, OwnerGroupChatStats> {
  return requestPaged(client, listGroupChatStatsByOwnerEndpoint, params, options)
}
