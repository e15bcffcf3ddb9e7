import { createMomentStrategyEndpoint } from '@wecom/moments'
import { type Served, serve } from '../serve/serve.ts'

export const createMomentStrategyServed: Served = serve(
  createMomentStrategyEndpoint,
  (tenant, params, { app }) => ({ strategy_id: tenant.momentStrategies.create(app, params) }),
  { missing: { range: 40058 } },
)
