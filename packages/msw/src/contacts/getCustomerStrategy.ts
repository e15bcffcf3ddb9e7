import { getCustomerStrategyEndpoint } from '@wecom/contacts'
import { type Served, serve } from '../serve/serve.ts'
import { describeStrategy } from '../strategies/describeStrategy.ts'

export const getCustomerStrategyServed: Served = serve(
  getCustomerStrategyEndpoint,
  (tenant, { strategy_id }, { app }) => ({
    strategy: describeStrategy(tenant.strategies, tenant.strategies.get(app, strategy_id)),
  }),
)
