import type { Authorization, AuthorizedCorp } from '@wecom/core'
import { Refusal } from '../Refusal.ts'
import type { App } from '../tenant/apps.ts'
import { drawFree } from '../tenant/drawFree.ts'
import { type Suite, isTemplate } from '../tenant/provider.ts'
import type { Tenant } from '../tenant/Tenant.ts'

/**
 * The app that the corp has of a suite, against its permanent code.
 *
 * @throws {Refusal} 40084: the corp did not authorize the suite, or the code is another one.
 */
export function authorizedApp(
  tenant: Tenant,
  { suite_id }: Suite,
  { auth_corpid, permanent_code }: { readonly auth_corpid: string; readonly permanent_code: string },
): App {
  const app = tenant.apps.ofSuite(suite_id)
  if (auth_corpid !== tenant.corpId || app?.secret !== permanent_code) throw new Refusal(40084)
  return app
}

/**
 * Trades an authorization code. The corp gets the app with the first one; the permanent code is its secret.
 *
 * @throws {Refusal} 40078: the code is wrong, too old, or was used.
 */
export function authorize(tenant: Tenant, { suite_id }: Suite, auth_code: string): App {
  tenant.provider.use('auth_code', suite_id, auth_code, 40078)
  const known = tenant.apps.ofSuite(suite_id)
  if (known) return known
  const secret = drawFree(
    () => tenant.random.text(43),
    (text) => tenant.apps.save().some((app) => app.secret === text),
  )
  return tenant.apps.install(suite_id, secret)
}

/** The corp, as suites see it. It is called as its root department is. */
export function describeCorp(tenant: Tenant): AuthorizedCorp {
  const corp_name = tenant.members.departments().find(({ parentid }) => parentid === 0)?.name ?? tenant.corpId
  return { corpid: tenant.corpId, corp_name, corp_type: 'verified', corp_full_name: corp_name, subject_type: 1 }
}

/** What the corp authorized a suite to. */
export function describeAuthorization(tenant: Tenant, app: App): Authorization {
  const roots = tenant.members.departments().flatMap(({ id, parentid }) => (parentid === 0 ? [id] : []))
  return {
    agent: [
      {
        agentid: tenant.apps.agentidOf(app),
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
