import { deleteCustomerStrategyEndpoint } from '@wecom/contacts'
import { type Served, serve } from '../serve/serve.ts'
import { deleteTags } from '../tags/deleteTags.ts'

export const deleteCustomerStrategyServed: Served = serve(
  deleteCustomerStrategyEndpoint,
  (tenant, { strategy_id }, { app }) => {
    tenant.strategies.delete(app, strategy_id)
    const groups = tenant.tags.groups().filter((group) => group.strategy_id === strategy_id)
    deleteTags(
      tenant,
      groups.map((group) => ({ group })),
    )
    return {}
  },
)
