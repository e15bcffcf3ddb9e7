import { getCustomerStrategyEndpoint } from '@wecom/contacts'
import { type Served, serve } from '../serve/serve.ts'

export const getCustomerStrategyServed: Served = serve(getCustomerStrategyEndpoint, (tenant, params, { app }) => {
  const strategy = tenant.strategies.get(app, params.strategy_id)
  const { strategy_id, parent_id, strategy_name, create_time, admin_list } = strategy
  const privilege = tenant.strategies.privilegeOf(strategy)
  return { strategy: { strategy_id, parent_id, strategy_name, create_time, admin_list, privilege } }
})
