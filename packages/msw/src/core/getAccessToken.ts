import { getAccessTokenEndpoint } from '@wecom/core'
import { Refusal } from '../Refusal.ts'
import { type Served, serveOpen } from '../serve/serve.ts'
import { isTemplate } from '../tenant/provider.ts'

export const getAccessTokenServed: Served = serveOpen(
  getAccessTokenEndpoint,
  (tenant, { corpid, corpsecret }, { ip }) => {
    if (tenant.secretGuard.isBlocked(ip)) throw new Refusal(45009)
    if (corpid !== tenant.corpId) throw new Refusal(40013)
    const app = tenant.apps.withSecret(corpsecret)
    // The permanent code of a third-party app is no secret for this call, that of a provider-developed app is.
    if (!app || (app.suite_id !== undefined && !isTemplate(app.suite_id))) {
      tenant.secretGuard.noteWrong(ip)
      throw new Refusal(40001)
    }
    tenant.secretGuard.noteRight(ip)
    return tenant.tokens.fetch(app)
  },
  { missing: { corpsecret: 41004, corpid: 41002 } },
)
