import {
  type Authorization,
  type AuthorizedCorp,
  getAccessTokenEndpoint,
  getAuthInfoEndpoint,
  getAuthInfoLegacyEndpoint,
  getCorpAccessTokenEndpoint,
  getPermanentCodeEndpoint,
  getPermanentCodeLegacyEndpoint,
  getPreAuthCodeEndpoint,
  getProviderAccessTokenEndpoint,
  getSuiteAccessTokenEndpoint,
  listApiDomainIpsEndpoint,
  listCallbackIpsEndpoint,
  setSessionInfoEndpoint,
} from '@wecom/core'
import { Refusal } from '../base/Refusal.ts'
import { drawFree } from '../base/random.ts'
import type { Corp } from '../state/Corp.ts'
import type { App } from '../state/members.ts'
import { isTemplate, type Suite } from '../state/provider.ts'
import { serve, type Served, serveOpen, serveSuite } from './serve.ts'

function authorizedApp(
  corp: Corp,
  { suite_id }: Suite,
  { auth_corpid, permanent_code }: { readonly auth_corpid: string; readonly permanent_code: string },
): App {
  const app = corp.apps.ofSuite(suite_id)
  if (auth_corpid !== corp.corpId || app?.secret !== permanent_code) throw new Refusal(40084)
  return app
}

export function authorize(corp: Corp, { suite_id, upgrades_chat_ids }: Suite, auth_code: string): App {
  corp.provider.use('auth_code', suite_id, auth_code, 40078)
  const known = corp.apps.ofSuite(suite_id)
  if (known) return known
  // The `secret` of such an app is the permanent code.
  const secret = drawFree(
    () => corp.random.text(43),
    (text) => corp.apps.save().some((app) => app.secret === text),
  )
  const app = corp.apps.install(suite_id, secret)
  if (upgrades_chat_ids) app.chat_id_upgrade_at ??= corp.clock.seconds()
  return app
}

function describeCorp(corp: Corp): AuthorizedCorp {
  // The fake corp stores no name of the corp.
  const corp_name = corp.members.departments().find(({ parentid }) => parentid === 0)?.name ?? corp.corpId
  return { corpid: corp.corpId, corp_name, corp_type: 'verified', corp_full_name: corp_name, subject_type: 1 }
}

function describeAuthorization(corp: Corp, app: App): Authorization {
  const roots = corp.members.departments().flatMap(({ id, parentid }) => (parentid === 0 ? [id] : []))
  return {
    agent: [
      {
        agentid: corp.apps.agentidOf(app),
        name: app.name,
        auth_mode: 0,
        is_customized_app: app.suite_id !== undefined && isTemplate(app.suite_id),
        privilege: {
          level: 1,
          allow_party: app.visible?.partyid ?? roots,
          allow_user: app.visible?.userid ?? [],
          allow_tag: [],
        },
      },
    ],
  }
}

const getAccessTokenServed: Served = serveOpen(
  getAccessTokenEndpoint,
  (corp, { corpid, corpsecret }, { ip }) => {
    if (corp.secretGuard.isBlocked(ip)) throw new Refusal(45009)
    if (corpid !== corp.corpId) throw new Refusal(40013)
    const app = corp.apps.withSecret(corpsecret)
    // This call returns the permanent code of a provider-developed app only.
    if (!app || (app.suite_id !== undefined && !isTemplate(app.suite_id))) {
      corp.secretGuard.noteWrong(ip)
      throw new Refusal(40001)
    }
    corp.secretGuard.noteRight(ip)
    return corp.tokens.fetch(app)
  },
  { missing: { corpsecret: 41004, corpid: 41002 } },
)

const getAuthInfoServed: Served = serveSuite(getAuthInfoEndpoint, (corp, params, { suite }) => {
  const app = authorizedApp(corp, suite, params)
  return { auth_corp_info: describeCorp(corp), auth_info: describeAuthorization(corp, app) }
})

const getAuthInfoLegacyServed: Served = serveSuite(getAuthInfoLegacyEndpoint, (corp, params, { suite }) => {
  const app = authorizedApp(corp, suite, params)
  return { auth_corp_info: describeCorp(corp), auth_info: describeAuthorization(corp, app) }
})

const getCorpAccessTokenServed: Served = serveSuite(
  getCorpAccessTokenEndpoint,
  (corp, params, { suite }) => {
    // A provider-developed app fetches its token by gettoken, as the corp's own apps do.
    if (isTemplate(suite.suite_id)) throw new Refusal(48002)
    return corp.tokens.fetch(authorizedApp(corp, suite, params))
  },
  { success: {} },
)

const getPermanentCodeServed: Served = serveSuite(getPermanentCodeEndpoint, (corp, { auth_code }, { suite }) => {
  const { secret } = authorize(corp, suite, auth_code)
  const { corpid, corp_name } = describeCorp(corp)
  return { permanent_code: secret, auth_corp_info: { corpid, corp_name } }
})

const getPermanentCodeLegacyServed: Served = serveSuite(
  getPermanentCodeLegacyEndpoint,
  (corp, { auth_code }, { suite }) => {
    const app = authorize(corp, suite, auth_code)
    return {
      ...(!isTemplate(suite.suite_id) && corp.tokens.fetch(app)),
      permanent_code: app.secret,
      auth_corp_info: describeCorp(corp),
      auth_info: describeAuthorization(corp, app),
    }
  },
)

const getPreAuthCodeServed: Served = serveSuite(getPreAuthCodeEndpoint, (corp, _params, { suite }) => ({
  pre_auth_code: corp.provider.issue('pre_auth_code', suite.suite_id),
  expires_in: 1200,
}))

const getProviderAccessTokenServed: Served = serveOpen(
  getProviderAccessTokenEndpoint,
  (corp, { corpid, provider_secret }) => {
    const provider = corp.provider.get()
    if (provider?.corpid !== corpid) throw new Refusal(40013)
    if (provider.secret !== provider_secret) throw new Refusal(40001)
    const { access_token, expires_in } = corp.providerTokens.fetch(provider)
    return { provider_access_token: access_token, expires_in }
  },
  { missing: { corpid: 41002, provider_secret: 41024 } },
)

const getSuiteAccessTokenServed: Served = serveOpen(
  getSuiteAccessTokenEndpoint,
  (corp, { suite_id, suite_secret, suite_ticket }) => {
    const suite = corp.provider.findSuite(suite_id)
    if (!suite) throw new Refusal(40083)
    if (suite.suite_secret !== suite_secret) throw new Refusal(40080)
    corp.provider.check('suite_ticket', suite_id, suite_ticket, { unknown: 40085, expired: 40085 })
    const { access_token, expires_in } = corp.suiteTokens.fetch(suite)
    return { suite_access_token: access_token, expires_in }
  },
  { missing: { suite_id: 41021, suite_secret: 41024, suite_ticket: 41023 }, success: {} },
)

const listApiDomainIpsServed: Served = serve(
  listApiDomainIpsEndpoint,
  () => ({ ip_list: ['192.0.2.0/28', '198.51.100.7'] }),
  { customerContact: false, failureFields: { ip_list: [] } },
)

const listCallbackIpsServed: Served = serve(
  listCallbackIpsEndpoint,
  () => ({ ip_list: ['203.0.113.12', '203.0.113.*'] }),
  { customerContact: false, failureFields: { ip_list: [] } },
)

const setSessionInfoServed: Served = serveSuite(setSessionInfoEndpoint, (corp, { pre_auth_code }, { suite }) => {
  corp.provider.check('pre_auth_code', suite.suite_id, pre_auth_code, { unknown: 40077, expired: 42007 })
  return {}
})

export const coreServed: readonly Served[] = [
  getAccessTokenServed,
  getAuthInfoServed,
  getAuthInfoLegacyServed,
  getCorpAccessTokenServed,
  getPermanentCodeServed,
  getPermanentCodeLegacyServed,
  getPreAuthCodeServed,
  getProviderAccessTokenServed,
  getSuiteAccessTokenServed,
  listApiDomainIpsServed,
  listCallbackIpsServed,
  setSessionInfoServed,
]
