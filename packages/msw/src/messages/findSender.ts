import { Refusal } from '../Refusal.ts'
import type { App } from '../tenant/apps.ts'
import { type Member, servesCustomers } from '../tenant/members.ts'
import type { Tenant } from '../tenant/Tenant.ts'

/**
 * The member whom an app can ask to send.
 *
 * @throws {Refusal} 40003: unknown, or has left. 60011: out of the app's sight. 84074: without the feature.
 */
export function findSender({ members }: Tenant, app: App, userid: string): Member {
  const member = members.find(userid)
  if (!member || member.resigned_at) throw new Refusal(40003)
  if (!members.isVisible(app, member)) throw new Refusal(60011)
  if (!servesCustomers(member)) throw new Refusal(84074)
  return member
}
