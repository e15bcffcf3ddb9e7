import { updateMomentStrategyEndpoint } from '@wecom/moments'
import { type Served, serve } from '../serve/serve.ts'

export const updateMomentStrategyServed: Served = serve(updateMomentStrategyEndpoint, (tenant, params, { app }) => {
  const { strategy_id, ...change } = params
  tenant.momentStrategies.update(app, strategy_id, change)
  return {}
})
