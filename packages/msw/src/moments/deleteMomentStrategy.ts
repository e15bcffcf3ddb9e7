import { deleteMomentStrategyEndpoint } from '@wecom/moments'
import { type Served, serve } from '../serve/serve.ts'

export const deleteMomentStrategyServed: Served = serve(
  deleteMomentStrategyEndpoint,
  (tenant, { strategy_id }, { app }) => {
    tenant.momentStrategies.delete(app, strategy_id)
    return {}
  },
)
