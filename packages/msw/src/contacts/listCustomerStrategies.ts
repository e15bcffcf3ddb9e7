import { listCustomerStrategiesEndpoint } from '@wecom/contacts'
import { type Served, serve } from '../serve/serve.ts'

export const listCustomerStrategiesServed: Served = serve(
  listCustomerStrategiesEndpoint,
  (tenant, { cursor, limit = 1000 }, { app }) => {
    const { items, next_cursor } = tenant.cursors.page({
      scope: ['listCustomerStrategies', app.name],
      cursor,
      limit,
      list: () => tenant.strategies.ofApp(app).map(({ strategy_id }) => ({ strategy_id })),
    })
    return { strategy: items, ...(next_cursor !== undefined && { next_cursor }) }
  },
  { empty: { strategy: [] } },
)
