import { getContactWayEndpoint } from '@wecom/contact-way'
import { type Served, serve } from '../serve/serve.ts'

export const getContactWayServed: Served = serve(
  getContactWayEndpoint,
  (tenant, { config_id }, { app }) => {
    const { app: _creator, create_time: _time, spent: _spent, ...contact_way } = tenant.contactWays.get(app, config_id)
    return { contact_way }
  },
  { missing: { config_id: 41043 } },
)
