import { getProviderAccessTokenEndpoint } from '@wecom/core'
import { Refusal } from '../Refusal.ts'
import { type Served, serveOpen } from '../serve/serve.ts'

export const getProviderAccessTokenServed: Served = serveOpen(
  getProviderAccessTokenEndpoint,
  (tenant, { corpid, provider_secret }) => {
    const provider = tenant.provider.get()
    if (provider?.corpid !== corpid) throw new Refusal(40013)
    if (provider.secret !== provider_secret) throw new Refusal(40001)
    const { access_token, expires_in } = tenant.providerTokens.fetch(provider)
    return { provider_access_token: access_token, expires_in }
  },
  { missing: { corpid: 41002, provider_secret: 41024 } },
)
