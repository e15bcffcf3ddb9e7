import type { Client, Paged, PagedEndpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, requestPaged, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type GroupChatStats, groupChatStatsSchema } from './schemas/groupChatStats.ts'
import { type GroupChatStatsQuery, groupChatStatsQueryEntries, requireDaySpan } from './schemas/groupChatStatsQuery.ts'

export interface ListGroupChatStatsByOwnerParams extends GroupChatStatsQuery {
  /** 1 groups newly made (the default), 2 groups in total, 3 people newly joined, 4 people in total. */
  order_by?: 1 | 2 | 3 | 4 | undefined
  /** 0 descending (the default), 1 ascending. */
  order_asc?: 0 | 1 | undefined
  /** `next_offset` of the page before; 0 or left out on the first call. */
  offset?: number | undefined
  /** Entries a page: 1 to 1000, default 500. */
  limit?: number | undefined
}

export interface ListGroupChatStatsByOwnerResult {
  /** Entries on all pages. */
  total: number
  /** Where the next page begins; equal to `total` on the last. */
  next_offset: number
  items: OwnerGroupChatStats[]
}

/** Figures of the customer groups of one owner. */
export interface OwnerGroupChatStats {
  /** userid. */
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
 * 获取「群聊数据统计」数据(按群主聚合) — counts customer groups, their people and messages for each owner.
 *
 * The days are taken together; `listGroupChatStatsByDay` takes the owners together and counts for each day.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ListGroupChatStatsByOwnerParams}
 * @param options - `signal` for all pages, timeouts for each of them.
 * @returns one page; `for await (const item of listGroupChatStatsByOwner(client, params))` walks all items.
 * @throws {WeComApiError} `60011`: an owner is out of the app's scope. `81017`: no owners are named, and the scope has
 *   more than 1000 people.
 * @see https://developer.work.weixin.qq.com/document/path/92133
 *
 * @example
 * const yesterday = Math.floor(Date.now() / 1000) - 86_400
 * const { items } = await listGroupChatStatsByOwner(client, {
 *   day_begin_time: yesterday,
 *   owner_filter: { userid_list: ['zhangsan', 'lisi'] },
 *   order_by: 4,
 * })
 */
export function listGroupChatStatsByOwner(
  client: Client,
  params: ListGroupChatStatsByOwnerParams,
  options?: RequestOptions,
): Paged<ListGroupChatStatsByOwnerResult, OwnerGroupChatStats> {
  return requestPaged(client, listGroupChatStatsByOwnerEndpoint, params, options)
}
