import type { Client } from '@wecom/core'
import { getUserBehaviorData, listGroupChatStatsByDay, listGroupChatStatsByOwner } from '@wecom/stats'

// `easywechatExamples.ts` reads this file. The comment above each function is the PHP code of a call with EasyWeChat,
// and contains nothing else. The function makes the same call with this SDK.

/*
 * $app->external_contact_statistics->userBehavior(
 *     ['wangfang', 'lina'],
 *     1760000000,
 *     1760400000
 * );
 */
export async function externalContactStatisticsUserBehavior(client: Client): Promise<unknown> {
  const { behavior_data } = await getUserBehaviorData(client, {
    userid: ['wangfang', 'lina'],
    start_time: 1760000000,
    end_time: 1760400000,
  })
  return behavior_data
}

/*
 * $app->external_contact_statistics->groupChatStatistic([
 *     'day_begin_time' => 1760000000,
 *     'day_end_time' => 1760400000,
 *     'owner_filter' => ['userid_list' => ['wangfang']],
 *     'order_by' => 2,
 *     'order_asc' => 0,
 *     'offset' => 0,
 *     'limit' => 1000,
 * ]);
 */
export async function externalContactStatisticsGroupChatStatistic(client: Client): Promise<unknown> {
  const { items, total } = await listGroupChatStatsByOwner(client, {
    day_begin_time: 1760000000,
    day_end_time: 1760400000,
    owner_filter: { userid_list: ['wangfang'] },
    order_by: 2,
    order_asc: 0,
    offset: 0,
    limit: 1000,
  })
  return { items, total }
}

/*
 * $app->external_contact_statistics
 *     ->groupChatStatisticGroupByDay(
 *         1760000000,
 *         1760400000,
 *         ['wangfang', 'lina']
 *     );
 */
export async function externalContactStatisticsGroupChatStatisticGroupByDay(client: Client): Promise<unknown> {
  const { items } = await listGroupChatStatsByDay(client, {
    day_begin_time: 1760000000,
    day_end_time: 1760400000,
    owner_filter: { userid_list: ['wangfang', 'lina'] },
  })
  return items
}
