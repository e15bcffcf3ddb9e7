import { listContactWaysEndpoint } from '@wecom/contact-way'
import { type Served, serve } from '../serve/serve.ts'

const ninetyDays = 90 * 24 * 3600
/** 10 July 2021 in Beijing: older ways are not listed. */
const firstListed = Date.UTC(2021, 6, 9, 16) / 1000

export const listContactWaysServed: Served = serve(
  listContactWaysEndpoint,
  (tenant, params, { app }) => {
    const { end_time = tenant.clock.seconds(), cursor, limit = 100 } = params
    const { start_time = tenant.clock.seconds() - ninetyDays } = params
    const from = Math.max(start_time, firstListed)
    const { items, next_cursor = '' } = tenant.cursors.page({
      scope: ['listContactWays', app.name],
      cursor,
      limit,
      list: () =>
        tenant.contactWays
          .list()
          .filter((way) => way.app === app.name && !way.is_temp)
          .filter(({ create_time }) => create_time >= from && create_time <= end_time),
    })
    return { contact_way: items.map(({ config_id }) => ({ config_id })), next_cursor }
  },
  { empty: { contact_way: [] } },
)
