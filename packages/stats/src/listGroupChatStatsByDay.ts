import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type GroupChatStats, groupChatStatsSchema } from './schemas/groupChatStats.ts'
import { type GroupChatStatsQuery, groupChatStatsQueryEntries, requireDaySpan } from './schemas/groupChatStatsQuery.ts'

export interface ListGroupChatStatsByDayParams extends GroupChatStatsQuery {}

export interface ListGroupChatStatsByDayResult {
  /** One entry a day. */
  items: DailyGroupChatStats[]
}

/** Figures of the customer groups of all owners that were asked for, on one day. */
export interface DailyGroupChatStats {
  /** 00:00 of the day in China, in unix seconds. */
  stat_time: number
  data: GroupChatStats
}

export const listGroupChatStatsByDayEndpoint: Endpoint<ListGroupChatStatsByDayParams, ListGroupChatStatsByDayResult> =
  defineEndpoint({
    name: 'listGroupChatStatsByDay',
    method: 'POST',
    path: '/cgi-bin/externalcontact/groupchat/statistic_group_by_day',
    effect: 'read',
    docs: 92133,
    params: v.pipe(wireObject<ListGroupChatStatsByDayParams>(groupChatStatsQueryEntries), requireDaySpan()),
    result: wireObject<ListGroupChatStatsByDayResult>({
      items: v.array(
        wireObject<DailyGroupChatStats>({
          stat_time: v.number(),
          data: groupChatStatsSchema,
        }),
      ),
    }),
  })

/**
 * 获取「群聊数据统计」数据(按自然日聚合) — counts customer groups, their people and messages for each day.
 *
 * The owners are taken together; `listGroupChatStatsByOwner` takes the days together and counts for each owner.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ListGroupChatStatsByDayParams}
 * @param options - `signal` and timeouts of this call.
 * @returns one entry a day, all of them at once.
 * @throws {WeComApiError} `60011`: an owner is out of the app's scope. `81017`: no owners are named, and the scope has
 *   more than 1000 people.
 * @see https://developer.work.weixin.qq.com/document/path/92133
 *
 * @example
 * const yesterday = Math.floor(Date.now() / 1000) - 86_400
 * const { items } = await listGroupChatStatsByDay(client, {
 *   day_begin_time: yesterday - 6 * 86_400,
 *   day_end_time: yesterday,
 *   owner_filter: { userid_list: ['zhangsan', 'lisi'] },
 * })
 */
export function listGroupChatStatsByDay(
  client: Client,
  params: ListGroupChatStatsByDayParams,
  options?: RequestOptions,
): Promise<ListGroupChatStatsByDayResult> {
  return client.request(listGroupChatStatsByDayEndpoint, params, options)
}
