import { convertUnionidToExternalUseridLegacyEndpoint } from '@wecom/id-convert'
import { Refusal } from '../Refusal.ts'
import { type Served, serve } from '../serve/serve.ts'
import { checkUnionid, customerWithUnionid } from './customersInSight.ts'
import { onlyForProviders } from './onlyForProviders.ts'

export const convertUnionidToExternalUseridLegacyServed: Served = serve(
  convertUnionidToExternalUseridLegacyEndpoint,
  (tenant, { unionid }, { app }) => {
    onlyForProviders(app)
    checkUnionid(unionid)
    const customer = customerWithUnionid(tenant, app, unionid)
    if (!customer) throw new Refusal(40096)
    return { external_userid: customer.external_userid }
  },
  { missing: { unionid: 610014 } },
)
