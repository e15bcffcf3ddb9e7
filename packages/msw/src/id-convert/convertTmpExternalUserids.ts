import { convertTmpExternalUseridsEndpoint } from '@wecom/id-convert'
import { Refusal } from '../Refusal.ts'
import { type Served, serve } from '../serve/serve.ts'
import type { App } from '../tenant/apps.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { customerInSight } from './customersInSight.ts'

/** There are no meetings and forms here that would give out temporary ids: `tmp_` and a customer's id stands for each. */
const mark = 'tmp_'

export const convertTmpExternalUseridsServed: Served = serve(
  convertTmpExternalUseridsEndpoint,
  (tenant, { user_type, tmp_external_userid_list }, { app }) => {
    if (user_type === 1 && !app.customer_contact) throw new Refusal(48002)
    const converted = tmp_external_userid_list.map((tmp_external_userid) => ({
      tmp_external_userid,
      external_userid: user_type === 1 ? toCustomer(tenant, app, tmp_external_userid) : undefined,
    }))
    return {
      results: converted.flatMap(({ tmp_external_userid, external_userid }) =>
        external_userid === undefined ? [] : [{ tmp_external_userid, external_userid }],
      ),
      invalid_tmp_external_userid_list: converted.flatMap(({ tmp_external_userid, external_userid }) =>
        external_userid === undefined ? [tmp_external_userid] : [],
      ),
    }
  },
  { customerContact: false, empty: { results: [] } },
)

function toCustomer(tenant: Tenant, app: App, tmp_external_userid: string): string | undefined {
  if (!tmp_external_userid.startsWith(mark)) return undefined
  return customerInSight(tenant, app, tmp_external_userid.slice(mark.length))?.external_userid
}
