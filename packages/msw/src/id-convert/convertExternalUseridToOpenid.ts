import { convertExternalUseridToOpenidEndpoint } from '@wecom/id-convert'
import { Refusal } from '../Refusal.ts'
import { type Served, serve } from '../serve/serve.ts'
import { customerInSight } from './customersInSight.ts'

export const convertExternalUseridToOpenidServed: Served = serve(
  convertExternalUseridToOpenidEndpoint,
  (tenant, { external_userid }, { app }) => {
    const customer = customerInSight(tenant, app, external_userid)
    if (!customer) throw new Refusal(40096)
    if (customer.type === 2) throw new Refusal(41056)
    return { openid: `oOpen_${external_userid.slice(2)}` }
  },
  { missing: { external_userid: 41035 }, customerContact: false },
)
