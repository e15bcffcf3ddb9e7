import { createCustomerStrategyEndpoint } from '@wecom/contacts'
import { type Served, serve } from '../serve/serve.ts'

export const createCustomerStrategyServed: Served = serve(
  createCustomerStrategyEndpoint,
  (tenant, params, { app }) => ({ strategy_id: tenant.strategies.create(app, params) }),
  { missing: { range: 40058 } },
)
