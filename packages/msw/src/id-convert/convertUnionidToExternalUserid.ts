import { convertUnionidToExternalUseridEndpoint } from '@wecom/id-convert'
import { type Served, serve } from '../serve/serve.ts'
import { checkUnionid, customerWithUnionid } from './customersInSight.ts'
import { onlyForProviders } from './onlyForProviders.ts'

export const convertUnionidToExternalUseridServed: Served = serve(
  convertUnionidToExternalUseridEndpoint,
  (tenant, { unionid }, { app }) => {
    onlyForProviders(app)
    checkUnionid(unionid)
    const customer = customerWithUnionid(tenant, app, unionid)
    if (customer) return { external_userid: customer.external_userid }
    return { pending_id: tenant.pendingIds.ask('provider', unionid) }
  },
  { missing: { unionid: 610014 } },
)
