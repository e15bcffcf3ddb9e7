import { type GroupChatStats, listGroupChatStatsByOwnerEndpoint } from '@wecom/stats'
import { type Served, serve } from '../serve/serve.ts'
import { chooseDays } from './chosenDays.ts'
import { countGroupChats, groupChatsUntil } from './countGroupChats.ts'
import { visibleOwners } from './visibleOwners.ts'

const sortKeys = {
  1: 'new_chat_cnt',
  2: 'chat_total',
  3: 'new_member_cnt',
  4: 'member_total',
} as const satisfies Record<number, keyof GroupChatStats>

export const listGroupChatStatsByOwnerServed: Served = serve(
  listGroupChatStatsByOwnerEndpoint,
  (tenant, params, { app }) => {
    const { day_begin_time, day_end_time = day_begin_time, owner_filter } = params
    const { order_by = 1, order_asc = 0, offset = 0, limit = 500 } = params
    const days = chooseDays(tenant, { begin: day_begin_time, end: day_end_time, newest: 1 })
    const [firstDay = 0, lastDay = firstDay] = [days[0], days.at(-1)]
    const key = sortKeys[order_by]
    const rows = [...visibleOwners(tenant, app, owner_filter)]
      .map((owner) => ({ owner, owners: new Set([owner]) }))
      // Who never had a group has no row.
      .filter(({ owners }) => groupChatsUntil(tenant, owners, lastDay).length > 0)
      .map(({ owner, owners }) => ({ owner, data: countGroupChats(tenant, owners, firstDay, lastDay) }))
      .toSorted((one, other) => (order_asc === 1 ? 1 : -1) * (one.data[key] - other.data[key]))
    return {
      total: rows.length,
      next_offset: Math.min(offset + limit, rows.length),
      items: rows.slice(offset, offset + limit),
    }
  },
  { invalid: { offset: 600041, limit: 600041 }, empty: { total: 0, next_offset: 0, items: [] } },
)
