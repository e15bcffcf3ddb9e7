import { deleteCustomerStrategyEndpoint } from '@wecom/contacts'
import { type Served, serve } from '../serve/serve.ts'

export const deleteCustomerStrategyServed: Served = serve(
  deleteCustomerStrategyEndpoint,
  (tenant, { strategy_id }, { app }) => {
    tenant.strategies.delete(app, strategy_id)
    return {}
  },
)
