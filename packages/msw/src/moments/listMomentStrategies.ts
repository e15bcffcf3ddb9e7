import { listMomentStrategiesEndpoint } from '@wecom/moments'
import { type Served, serve } from '../serve/serve.ts'
import { pageOfStrategies } from '../strategies/pageOfStrategies.ts'

export const listMomentStrategiesServed: Served = serve(
  listMomentStrategiesEndpoint,
  (tenant, params, { app }) => pageOfStrategies(tenant, 'listMomentStrategies', app, tenant.momentStrategies, params),
  { empty: { strategy: [] } },
)
