import { Refusal } from '../Refusal.ts'
import type { App } from '../tenant/apps.ts'
import type { Tenant } from '../tenant/Tenant.ts'

/** @throws {Refusal} 60011: one of them is not in the app's range. */
export function visibleOwners(tenant: Tenant, app: App, userids: readonly string[]): Set<string> {
  for (const userid of userids) {
    const member = tenant.members.find(userid)
    if (!member || !tenant.members.isVisible(app, member)) throw new Refusal(60011)
  }
  return new Set(userids)
}
