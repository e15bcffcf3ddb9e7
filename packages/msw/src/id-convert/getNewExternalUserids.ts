import { getNewExternalUseridsEndpoint } from '@wecom/id-convert'
import { Refusal } from '../Refusal.ts'
import { type Served, serve } from '../serve/serve.ts'
import { isTemplate } from '../tenant/provider.ts'
import { customerInSight } from './customersInSight.ts'
import { fromServiceId, toServiceId } from '../tenant/serviceIds.ts'

export const getNewExternalUseridsServed: Served = serve(
  getNewExternalUseridsEndpoint,
  (tenant, { external_userid_list }, { app }) => {
    if (app.suite_id === undefined) throw new Refusal(48002)
    // Third-party apps may not ask any more once the migration is finished.
    if (!isTemplate(app.suite_id) && tenant.provider.get()?.migrated.includes(3)) throw new Refusal(48002)
    return {
      items: external_userid_list.map((external_userid) => {
        const new_external_userid = toServiceId(external_userid)
        if (!customerInSight(tenant, app, fromServiceId(new_external_userid))) throw new Refusal(40096)
        return { external_userid, new_external_userid }
      }),
    }
  },
  { empty: { items: [] }, convertsIds: true },
)
