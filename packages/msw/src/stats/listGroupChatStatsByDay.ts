import { listGroupChatStatsByDayEndpoint } from '@wecom/stats'
import { type Served, serve } from '../serve/serve.ts'
import { startOfBeijingDay } from '../tenant/beijingTime.ts'
import { chooseDays } from './chosenDays.ts'
import { countGroupChats } from './countGroupChats.ts'
import { visibleOwners } from './visibleOwners.ts'

export const listGroupChatStatsByDayServed: Served = serve(
  listGroupChatStatsByDayEndpoint,
  (tenant, { day_begin_time, day_end_time = day_begin_time, owner_filter }, { app }) => {
    const days = chooseDays(tenant, { begin: day_begin_time, end: day_end_time, newest: 1 })
    const owners = visibleOwners(tenant, app, owner_filter)
    return {
      items: days.map((day) => ({
        stat_time: startOfBeijingDay(day),
        data: countGroupChats(tenant, owners, day, day),
      })),
    }
  },
  { empty: { items: [] } },
)
