import { setSessionInfoEndpoint } from '@wecom/core'
import { type Served, serveSuite } from '../serve/serve.ts'

export const setSessionInfoServed: Served = serveSuite(
  setSessionInfoEndpoint,
  (tenant, { pre_auth_code }, { suite }) => {
    tenant.provider.check('pre_auth_code', suite.suite_id, pre_auth_code, { unknown: 40077, expired: 42007 })
    return {}
  },
)
