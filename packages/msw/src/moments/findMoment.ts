import { Refusal } from '../Refusal.ts'
import type { App } from '../tenant/apps.ts'
import type { Moment, MomentPublication } from '../tenant/moments.ts'
import type { Tenant } from '../tenant/Tenant.ts'

/**
 * The moment that an app sees under an id.
 *
 * @throws {Refusal} 41060: there is none, or it was deleted. 41079: it is still being handed out.
 */
export function findMoment(tenant: Tenant, app: App, moment_id: string): Moment {
  const moment = tenant.moments.find(moment_id)
  if (!moment || !isInSight(tenant, app, moment)) throw new Refusal(41060)
  if (tenant.moments.isDispatching(moment)) throw new Refusal(41079)
  return moment
}

/**
 * The same, of those that the corp made.
 *
 * @throws {Refusal} as `findMoment`, and 41067: a member made it.
 */
export function findCorpMoment(tenant: Tenant, app: App, moment_id: string): Moment {
  const moment = findMoment(tenant, app, moment_id)
  if (moment.create_type === 1) throw new Refusal(41067)
  return moment
}

/**
 * A moment with the member who published it.
 *
 * @throws {Refusal} as `findMoment`; 41061: it is not that member's. 41062: the member has not published it yet.
 */
export function findPublication(
  tenant: Tenant,
  app: App,
  { moment_id, userid }: { readonly moment_id: string; readonly userid: string },
): MomentPublication {
  const publication = publicationsInSight(tenant, app, findMoment(tenant, app, moment_id)).find(
    (candidate) => candidate.userid === userid,
  )
  if (!publication) throw new Refusal(41061)
  if (publication.publish_time === undefined) throw new Refusal(41062)
  return publication
}

/** Whether a moment is there, and concerns members in an app's range. */
export function isInSight(tenant: Tenant, app: App, { creator, publications, deleted_at }: Moment): boolean {
  const members = [creator, ...publications.map(({ userid }) => userid)]
  return deleted_at === undefined && members.some((userid) => isMemberInRange(tenant, app, userid))
}

/** What of a moment is with members in an app's range. */
export function publicationsInSight(tenant: Tenant, app: App, { publications }: Moment): MomentPublication[] {
  return publications.filter(({ userid }) => isMemberInRange(tenant, app, userid))
}

function isMemberInRange({ members }: Tenant, app: App, userid: string | undefined): boolean {
  const member = userid === undefined ? undefined : members.find(userid)
  return member !== undefined && members.isInRange(app, member)
}
