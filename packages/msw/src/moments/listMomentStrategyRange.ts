import { listMomentStrategyRangeEndpoint } from '@wecom/moments'
import { type Served, serve } from '../serve/serve.ts'
import { pageOfStrategyRange } from '../strategies/pageOfStrategyRange.ts'

export const listMomentStrategyRangeServed: Served = serve(
  listMomentStrategyRangeEndpoint,
  (tenant, params, { app }) =>
    pageOfStrategyRange(tenant, 'listMomentStrategyRange', app, tenant.momentStrategies, params),
  { empty: { range: [] } },
)
