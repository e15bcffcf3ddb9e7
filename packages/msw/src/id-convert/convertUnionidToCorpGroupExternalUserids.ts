import { convertUnionidToCorpGroupExternalUseridsEndpoint } from '@wecom/id-convert'
import { type Served, serve } from '../serve/serve.ts'
import { checkUnionid, customerWithUnionid } from './customersInSight.ts'

/** The corp stands alone: of all corps downstream it is the only one. */
export const convertUnionidToCorpGroupExternalUseridsServed: Served = serve(
  convertUnionidToCorpGroupExternalUseridsEndpoint,
  (tenant, { unionid, corpid = tenant.corpId }, { app }) => {
    checkUnionid(unionid)
    const customer = corpid === tenant.corpId ? customerWithUnionid(tenant, app, unionid) : undefined
    return { external_userid_info: customer ? [{ corpid, external_userid: customer.external_userid }] : [] }
  },
  { missing: { unionid: 610014 }, empty: { external_userid_info: [] } },
)
