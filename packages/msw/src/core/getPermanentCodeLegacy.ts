import { getPermanentCodeLegacyEndpoint } from '@wecom/core'
import { type Served, serveSuite } from '../serve/serve.ts'
import { isTemplate } from '../tenant/provider.ts'
import { authorize, describeAuthorization, describeCorp } from './authorizedCorp.ts'

export const getPermanentCodeLegacyServed: Served = serveSuite(
  getPermanentCodeLegacyEndpoint,
  (tenant, { auth_code }, { suite }) => {
    const app = authorize(tenant, suite, auth_code)
    return {
      ...(!isTemplate(suite.suite_id) && tenant.tokens.fetch(app)),
      permanent_code: app.secret,
      auth_corp_info: describeCorp(tenant),
      auth_info: describeAuthorization(tenant, app),
    }
  },
)
