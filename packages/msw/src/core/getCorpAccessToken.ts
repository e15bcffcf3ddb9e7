import { getCorpAccessTokenEndpoint } from '@wecom/core'
import { Refusal } from '../Refusal.ts'
import { type Served, serveSuite } from '../serve/serve.ts'
import { isTemplate } from '../tenant/provider.ts'
import { authorizedApp } from './authorizedCorp.ts'

export const getCorpAccessTokenServed: Served = serveSuite(
  getCorpAccessTokenEndpoint,
  (tenant, params, { suite }) => {
    // A provider-developed app fetches its token by gettoken, as the corp's own apps do.
    if (isTemplate(suite.suite_id)) throw new Refusal(48002)
    return tenant.tokens.fetch(authorizedApp(tenant, suite, params))
  },
  { success: {} },
)
