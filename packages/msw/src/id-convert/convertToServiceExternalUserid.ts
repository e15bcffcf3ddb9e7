import { convertToServiceExternalUseridEndpoint } from '@wecom/id-convert'
import { Refusal } from '../Refusal.ts'
import { type Served, serve } from '../serve/serve.ts'
import { isTemplate } from '../tenant/provider.ts'
import { customerInSight } from './customersInSight.ts'
import { fromServiceId, toServiceId } from '../tenant/serviceIds.ts'

export const convertToServiceExternalUseridServed: Served = serve(
  convertToServiceExternalUseridEndpoint,
  (tenant, { external_userid }, { app }) => {
    if (app.suite_id === undefined || !isTemplate(app.suite_id)) throw new Refusal(48002)
    const thirdParty = tenant.apps.list().find(({ suite_id }) => suite_id !== undefined && !isTemplate(suite_id))
    if (!thirdParty) throw new Refusal(610019)
    if (!thirdParty.customer_contact) throw new Refusal(610021)
    const serviceId = toServiceId(external_userid)
    if (!customerInSight(tenant, app, fromServiceId(serviceId))) throw new Refusal(40096)
    return { external_userid: serviceId }
  },
  { missing: { external_userid: 41035 }, convertsIds: true },
)
