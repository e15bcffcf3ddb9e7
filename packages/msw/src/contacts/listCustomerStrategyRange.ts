import { listCustomerStrategyRangeEndpoint } from '@wecom/contacts'
import { type Served, serve } from '../serve/serve.ts'

export const listCustomerStrategyRangeServed: Served = serve(
  listCustomerStrategyRangeEndpoint,
  (tenant, { strategy_id, cursor, limit = 1000 }, { app }) => {
    const { range } = tenant.strategies.get(app, strategy_id)
    const { items, next_cursor } = tenant.cursors.page({
      scope: ['listCustomerStrategyRange', app.name, strategy_id],
      cursor,
      limit,
      list: () => range,
    })
    return { range: items, ...(next_cursor !== undefined && { next_cursor }) }
  },
  { empty: { range: [] } },
)
