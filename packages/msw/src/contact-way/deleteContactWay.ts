import { deleteContactWayEndpoint } from '@wecom/contact-way'
import { type Served, serve } from '../serve/serve.ts'

export const deleteContactWayServed: Served = serve(
  deleteContactWayEndpoint,
  (tenant, { config_id }, { app }) => {
    tenant.contactWays.delete(app, config_id)
    return {}
  },
  { missing: { config_id: 41043 } },
)
