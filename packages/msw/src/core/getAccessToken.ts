import { getAccessTokenEndpoint } from '@wecom/core'
import { Refusal } from '../Refusal.ts'
import { type Served, serveOpen } from '../serve/serve.ts'

export const getAccessTokenServed: Served = serveOpen(
  getAccessTokenEndpoint,
  (tenant, { corpid, corpsecret }, { ip }) => {
    if (tenant.secretGuard.isBlocked(ip)) throw new Refusal(45009)
    if (corpid !== tenant.corpId) throw new Refusal(40013)
    const app = tenant.apps.withSecret(corpsecret)
    if (!app) {
      tenant.secretGuard.noteWrong(ip)
      throw new Refusal(40001)
    }
    tenant.secretGuard.noteRight(ip)
    return tenant.tokens.fetch(app)
  },
  { missing: { corpsecret: 41004, corpid: 41002 } },
)
