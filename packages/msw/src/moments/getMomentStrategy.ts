import { getMomentStrategyEndpoint } from '@wecom/moments'
import { type Served, serve } from '../serve/serve.ts'
import { describeStrategy } from '../strategies/describeStrategy.ts'

export const getMomentStrategyServed: Served = serve(getMomentStrategyEndpoint, (tenant, { strategy_id }, { app }) => ({
  strategy: describeStrategy(tenant.momentStrategies, tenant.momentStrategies.get(app, strategy_id)),
}))
