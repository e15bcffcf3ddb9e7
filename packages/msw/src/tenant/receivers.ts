import { Refusal } from '../Refusal.ts'
import type { App, VisibleRange } from './apps.ts'
import { type Member, type Members, servesCustomers } from './members.ts'

/** The members of a range who can take new customers. */
export function receiversOf(members: Members, range: VisibleRange): Member[] {
  return members.list().filter((member) => servesCustomers(member) && member.verified && members.covers(range, member))
}

/**
 * Checks a range of members who are to take customers.
 *
 * @throws {Refusal} 60111, 60123: unknown. 60011: out of the app's sight. 84074: without the feature. 40098: not verified.
 */
export function checkReceivers(members: Members, app: App, { userid, partyid }: VisibleRange): void {
  for (const id of userid) {
    const member = members.find(id)
    if (!member || member.resigned_at) throw new Refusal(60111, `userid not found: ${id}`)
    if (!members.isVisible(app, member)) throw new Refusal(60011)
    if (!servesCustomers(member)) throw new Refusal(84074)
    if (!member.verified) throw new Refusal(40098)
  }
  for (const id of partyid) {
    if (!members.findDepartment(id)) throw new Refusal(60123, `invalid party id: ${id}`)
    if (!members.isDepartmentVisible(app, id)) throw new Refusal(60011)
  }
}
