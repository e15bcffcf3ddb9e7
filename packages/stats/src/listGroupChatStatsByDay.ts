import type { Client, Endpoint, RequestOptions } from '@wecom/core'
import { defineEndpoint, wireObject } from '@wecom/core/define'
import * as v from 'valibot'
import { type GroupChatStats, groupChatStatsSchema } from './schemas/groupChatStats.ts'
import { type GroupChatStatsQuery, groupChatStatsQueryEntries, requireDaySpan } from './schemas/groupChatStatsQuery.ts'

export interface ListGroupChatStatsByDayParams extends GroupChatStatsQuery {}

export interface ListGroupChatStatsByDayResult {
  /** One entry for each day. Each entry adds up the figures of the group chats of all selected owners. */
  items: DailyGroupChatStats[]
}

/** Figures on group chats for one day. WeCom adds up the figures of the group chats of all selected owners. */
export interface DailyGroupChatStats {
  /** Day that the figures are for: 00:00 of that day in China time, in unix seconds. */
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
 * 获取「群聊数据统计」数据(按自然日聚合) — counts group chats, people and messages for each day.
 *
 * WeCom adds up the figures of all owners. To get the figures of each owner, use `listGroupChatStatsByOwner`.
 *
 * @param client - made by `createClient`.
 * @param params - {@link ListGroupChatStatsByDayParams}
 * @param options - `signal` and timeouts of this call.
 * @returns one entry for each day. All entries are in one answer; the call has no pages.
 * @throws {WeComApiError} `60011`: an owner is outside the app's visible range. `81017`: the call names no owners, and
 *   more than 1000 people are in the app's visible range.
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
