import { convertUnionidToCorpExternalUseridsLegacyEndpoint } from '@wecom/id-convert'
import { type Served, serveSuite } from '../serve/serve.ts'
import { checkUnionid, customerWithUnionid } from './customersInSight.ts'

export const convertUnionidToCorpExternalUseridsLegacyServed: Served = serveSuite(
  convertUnionidToCorpExternalUseridsLegacyEndpoint,
  (tenant, { unionid, corpid = tenant.corpId }, { suite }) => {
    checkUnionid(unionid)
    const app = corpid === tenant.corpId ? tenant.apps.ofSuite(suite.suite_id) : undefined
    const customer = app && customerWithUnionid(tenant, app, unionid)
    return { external_userid_info: customer ? [{ corpid, external_userid: customer.external_userid }] : [] }
  },
  { missing: { unionid: 610014 }, empty: { external_userid_info: [] } },
)
