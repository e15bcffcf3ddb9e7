import { getSuiteAccessTokenEndpoint } from '@wecom/core'
import { Refusal } from '../Refusal.ts'
import { type Served, serveOpen } from '../serve/serve.ts'

export const getSuiteAccessTokenServed: Served = serveOpen(
  getSuiteAccessTokenEndpoint,
  (tenant, { suite_id, suite_secret, suite_ticket }) => {
    const suite = tenant.provider.findSuite(suite_id)
    if (!suite) throw new Refusal(40083)
    if (suite.suite_secret !== suite_secret) throw new Refusal(40080)
    tenant.provider.check('suite_ticket', suite_id, suite_ticket, { unknown: 40085, expired: 40085 })
    const { access_token, expires_in } = tenant.suiteTokens.fetch(suite)
    return { suite_access_token: access_token, expires_in }
  },
  { missing: { suite_id: 41021, suite_secret: 41024, suite_ticket: 41023 }, success: {} },
)
