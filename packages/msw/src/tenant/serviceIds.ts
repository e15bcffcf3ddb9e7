import { Refusal } from '../Refusal.ts'

// WeCom's ids for providers tell nothing of the corp's. These can be turned back by reading, which is what a test wants.
const mark = 'Svc_'

/** The id of a customer as the provider's apps see it, e.g. `wmSvc_1` of `wm1`. One that is of that kind stays. */
export function toServiceId(external_userid: string): string {
  if (isServiceId(external_userid)) return external_userid
  return `${external_userid.slice(0, 2)}${mark}${external_userid.slice(2)}`
}

/** @throws {Refusal} 40096: it is no id of that kind. */
export function fromServiceId(external_userid: string): string {
  if (!isServiceId(external_userid)) throw new Refusal(40096)
  return `${external_userid.slice(0, 2)}${external_userid.slice(2 + mark.length)}`
}

/** The provider's id of the corp's, and the other way round. */
export function otherId(external_userid: string): string {
  return isServiceId(external_userid) ? fromServiceId(external_userid) : toServiceId(external_userid)
}

function isServiceId(external_userid: string): boolean {
  return external_userid.startsWith(mark, 2)
}
