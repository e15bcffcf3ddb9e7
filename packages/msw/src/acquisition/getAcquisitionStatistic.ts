import { getAcquisitionStatisticEndpoint } from '@wecom/acquisition'
import { Refusal } from '../Refusal.ts'
import { type Served, serve } from '../serve/serve.ts'
import { beijingDay } from '../tenant/beijingTime.ts'

const maxDaysBack = 180
const day = 24 * 3600

export const getAcquisitionStatisticServed: Served = serve(
  getAcquisitionStatisticEndpoint,
  (tenant, { link_id, start_time, end_time }, { app }) => {
    tenant.acquisition.get(app, link_id)
    if (beijingDay(tenant.clock.seconds()) - beijingDay(start_time) > maxDaysBack) throw new Refusal(600018)
    const { clicked, added } = tenant.acquisition.countUse(link_id, start_time, end_time)
    return { click_link_customer_cnt: clicked, new_customer_cnt: added }
  },
  {
    // The schema refuses only what is too long however the days are counted, and has 40058 for it.
    precheck: ({ start_time, end_time }) => {
      if (typeof start_time !== 'number' || typeof end_time !== 'number') return
      if (end_time - start_time >= (maxDaysApart + 1) * day) throw new Refusal(600018)
    },
  },
)
