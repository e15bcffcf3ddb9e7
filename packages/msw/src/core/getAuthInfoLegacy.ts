import { getAuthInfoLegacyEndpoint } from '@wecom/core'
import { type Served, serveSuite } from '../serve/serve.ts'
import { authorizedApp, describeAuthorization, describeCorp } from './authorizedCorp.ts'

export const getAuthInfoLegacyServed: Served = serveSuite(getAuthInfoLegacyEndpoint, (tenant, params, { suite }) => {
  const app = authorizedApp(tenant, suite, params)
  return { auth_corp_info: describeCorp(tenant), auth_info: describeAuthorization(tenant, app) }
})
