import * as v from 'valibot'
import { id, InputError, rowSchema, upToFive } from '../base/input.ts'
import type { Corp } from '../state/Corp.ts'
import type { App, VisibleRange } from '../state/members.ts'
import { memberOnTheJob, type Outcome } from './known.ts'

export interface MemberOfRange {
  readonly userid: string
  /** Name of the app whose visible range changes. Default: the first app of the corp. */
  readonly app?: string | undefined
}

export const memberOfRangeSchema: v.GenericSchema<MemberOfRange> = rowSchema<MemberOfRange>({
  userid: id,
  app: v.optional(id),
})

/**
 * An admin takes a member out of the visible range of an app. The app then no longer sees the customers of the member.
 * If the range contains a department of the member, the action removes this department from the range, and adds the
 * other members of the department one by one. If the app belongs to a service provider's suite, the suite receives an
 * event.
 *
 * @returns the new visible range.
 * @throws {RangeError} there is no such member or app, or the app does not see the member.
 *
 * @example
 * corp.people.adminHidesMember({ userid: 'wangfang' })
 * corp.people.adminShowsMember({ userid: 'wangfang' })
 */
export function adminHidesMember(
  corp: Corp,
  { userid, app: name }: MemberOfRange,
): Outcome & { readonly visible: VisibleRange } {
  const member = memberOnTheJob(corp, userid)
  const app = knownApp(corp, name)
  if (!corp.members.isVisible(app, member)) {
    throw new InputError('userid', `Member ${userid} is already outside the visible range of app ${app.name}`)
  }
  const partyid = (app.visible?.partyid ?? []).filter(
    (department) => !corp.members.covers({ userid: [], partyid: [department] }, member),
  )
  const others = corp.members.list().filter((other) => other !== member && corp.members.isInRange(app, other))
  const named = others.filter((other) => !corp.members.covers({ userid: [], partyid }, other))
  return changeRange(corp, app, { userid: named.map((other) => other.userid), partyid })
}

/**
 * An admin adds a member to the visible range of an app. If the app belongs to a service provider's suite, the suite
 * receives an event.
 *
 * @returns the new visible range.
 * @throws {RangeError} there is no such member or app, or the app sees the member already.
 */
export function adminShowsMember(
  corp: Corp,
  { userid, app: name }: MemberOfRange,
): Outcome & { readonly visible: VisibleRange } {
  const member = memberOnTheJob(corp, userid)
  const app = knownApp(corp, name)
  if (!app.visible || corp.members.isVisible(app, member)) {
    throw new InputError('userid', `Member ${userid} is already in the visible range of app ${app.name}`)
  }
  return changeRange(corp, app, { ...app.visible, userid: [...app.visible.userid, userid] })
}

function changeRange(corp: Corp, app: App, visible: VisibleRange): Outcome & { readonly visible: VisibleRange } {
  app.visible = visible
  const { suite_id } = app
  const event = { Event: 'change_auth', SuiteId: suite_id ?? '', AuthCorpId: corp.corpId }
  return { events: suite_id === undefined ? [] : [corp.events.add(event)], visible: structuredClone(visible) }
}

function knownApp(corp: Corp, name: string | undefined): App {
  const apps = corp.apps.list()
  const app = name === undefined ? apps[0] : apps.find((one) => one.name === name)
  if (app) return app
  throw new InputError('app', `There is no app ${name ?? ''}; apps: ${upToFive(apps.map((one) => one.name))}`)
}
