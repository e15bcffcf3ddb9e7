import { listCustomerStrategyRangeEndpoint } from '@wecom/contacts'
import { type Served, serve } from '../serve/serve.ts'
import { pageOfStrategyRange } from '../strategies/pageOfStrategyRange.ts'

export const listCustomerStrategyRangeServed: Served = serve(
  listCustomerStrategyRangeEndpoint,
  (tenant, params, { app }) => pageOfStrategyRange(tenant, 'listCustomerStrategyRange', app, tenant.strategies, params),
  { empty: { range: [] } },
)
