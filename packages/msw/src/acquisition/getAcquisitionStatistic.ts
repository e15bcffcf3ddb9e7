import { getAcquisitionStatisticEndpoint } from '@wecom/acquisition'
import { isDaySpan } from '@wecom/core/define'
import { Refusal } from '../Refusal.ts'
import { type Served, serve } from '../serve/serve.ts'
import { beijingDay } from '../tenant/beijingTime.ts'

const maxDaysBack = 180

export const getAcquisitionStatisticServed: Served = serve(
  getAcquisitionStatisticEndpoint,
  (tenant, { link_id, start_time, end_time }, { app }) => {
    tenant.acquisition.get(app, link_id)
    if (beijingDay(tenant.clock.seconds()) - beijingDay(start_time) > maxDaysBack) throw new Refusal(600018)
    const { clicked, added } = tenant.acquisition.countUse(link_id, start_time, end_time)
    return { click_link_customer_cnt: clicked, new_customer_cnt: added }
  },
  {
    // The schema has 40058 for it.
    precheck: ({ start_time, end_time }) => {
      if (typeof start_time !== 'number' || typeof end_time !== 'number') return
      if (!isDaySpan(start_time, end_time)) throw new Refusal(600018)
    },
  },
)
