import { listCustomerStrategiesEndpoint } from '@wecom/contacts'
import { type Served, serve } from '../serve/serve.ts'
import { pageOfStrategies } from '../strategies/pageOfStrategies.ts'

export const listCustomerStrategiesServed: Served = serve(
  listCustomerStrategiesEndpoint,
  (tenant, params, { app }) => pageOfStrategies(tenant, 'listCustomerStrategies', app, tenant.strategies, params),
  { empty: { strategy: [] } },
)
