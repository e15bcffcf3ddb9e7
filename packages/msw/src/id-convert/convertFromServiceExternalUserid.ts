import { convertFromServiceExternalUseridEndpoint } from '@wecom/id-convert'
import { Refusal } from '../Refusal.ts'
import { type Served, serve } from '../serve/serve.ts'
import { customerInSight } from './customersInSight.ts'
import { fromServiceId } from '../tenant/serviceIds.ts'

export const convertFromServiceExternalUseridServed: Served = serve(
  convertFromServiceExternalUseridEndpoint,
  (tenant, { external_userid: serviceId, source_agentid }, { app }) => {
    if (app.suite_id !== undefined) throw new Refusal(48002)
    const source = tenant.apps.withAgentid(source_agentid)
    if (source?.suite_id === undefined) throw new Refusal(40056)
    const external_userid = fromServiceId(serviceId)
    const isInSight = [app, source].every((one) => customerInSight(tenant, one, external_userid))
    if (!isInSight) throw new Refusal(40096)
    return { external_userid }
  },
  { missing: { external_userid: 41035 } },
)
