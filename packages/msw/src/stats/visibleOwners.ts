import type { GroupChatStatsOwnerFilter } from '@wecom/stats'
import { everybodyInSight } from '../groupchat/everybodyInSight.ts'
import { Refusal } from '../Refusal.ts'
import type { App } from '../tenant/apps.ts'
import type { Tenant } from '../tenant/Tenant.ts'

/**
 * The owners asked for; everybody in the app's range, if none are.
 *
 * @throws {Refusal} 60011: one of them is not in the app's range. 81017: none are asked for, and too many are in range.
 */
export function visibleOwners(tenant: Tenant, app: App, filter: GroupChatStatsOwnerFilter | undefined): Set<string> {
  if (!filter) return new Set(everybodyInSight(tenant, app).map(({ userid }) => userid))
  for (const userid of filter.userid_list) {
    const member = tenant.members.find(userid)
    if (!member || !tenant.members.isVisible(app, member)) throw new Refusal(60011)
  }
  return new Set(filter.userid_list)
}
