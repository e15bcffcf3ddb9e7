import { getPreAuthCodeEndpoint } from '@wecom/core'
import { type Served, serveSuite } from '../serve/serve.ts'

export const getPreAuthCodeServed: Served = serveSuite(getPreAuthCodeEndpoint, (tenant, _params, { suite }) => ({
  pre_auth_code: tenant.provider.issue('pre_auth_code', suite.suite_id),
  expires_in: 1200,
}))
