import { updateCustomerStrategyEndpoint } from '@wecom/contacts'
import { type Served, serve } from '../serve/serve.ts'

export const updateCustomerStrategyServed: Served = serve(updateCustomerStrategyEndpoint, (tenant, params, { app }) => {
  const { strategy_id, ...change } = params
  tenant.strategies.update(app, strategy_id, change)
  return {}
})
