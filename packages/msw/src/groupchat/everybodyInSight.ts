import { Refusal } from '../Refusal.ts'
import type { App } from '../tenant/apps.ts'
import type { Member } from '../tenant/members.ts'
import type { Tenant } from '../tenant/Tenant.ts'

/** More people in sight than this, and the caller has to name owners. */
const maxPeople = 1000

/**
 * Whose groups are meant where a call names no owners.
 *
 * @throws {Refusal} 81017: too many people.
 */
export function everybodyInSight({ members }: Tenant, app: App): Member[] {
  const people = members.list().filter((member) => members.isVisible(app, member))
  if (people.length > maxPeople) throw new Refusal(81017)
  return people
}
