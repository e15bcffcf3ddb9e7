import { getPermanentCodeEndpoint } from '@wecom/core'
import { type Served, serveSuite } from '../serve/serve.ts'
import { authorize, describeCorp } from './authorizedCorp.ts'

export const getPermanentCodeServed: Served = serveSuite(
  getPermanentCodeEndpoint,
  (tenant, { auth_code }, { suite }) => {
    const { secret } = authorize(tenant, suite, auth_code)
    const { corpid, corp_name } = describeCorp(tenant)
    return { permanent_code: secret, auth_corp_info: { corpid, corp_name } }
  },
)
