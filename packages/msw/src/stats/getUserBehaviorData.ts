import { getUserBehaviorDataEndpoint } from '@wecom/stats'
import { Refusal } from '../Refusal.ts'
import { type Served, serve } from '../serve/serve.ts'
import type { App } from '../tenant/apps.ts'
import { beijingDay, startOfBeijingDay } from '../tenant/beijingTime.ts'
import type { EndedFollow } from '../tenant/follows.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { chooseDays } from './chosenDays.ts'
import { countConversations } from './countConversations.ts'

export const getUserBehaviorDataServed: Served = serve(
  getUserBehaviorDataEndpoint,
  (tenant, { userid = [], partyid = [], start_time, end_time }, { app }) => {
    const days = chooseDays(tenant, { begin: start_time, end: end_time, newest: 0 })
    const members = chooseMembers(tenant, app, userid, partyid)
    const follows = [...tenant.follows.ended(), ...tenant.follows.list()].filter((follow) => members.has(follow.userid))
    const requests = [...follows.map(requestOf), ...tenant.friendRequests.list()].filter(
      (request) => members.has(request.userid) && request.oper_userid === request.userid,
    )
    const deletions = tenant.partings
      .list()
      .filter((parting) => members.has(parting.userid) && parting.by === 'customer')
    return {
      behavior_data: days.map((day) => {
        return {
          stat_time: startOfBeijingDay(day),
          ...countConversations(tenant, members, day),
          negative_feedback_cnt: deletions.filter(({ at }) => beijingDay(at) === day).length,
          new_apply_cnt: requests.filter(({ asked_at }) => beijingDay(asked_at) === day).length,
          new_contact_cnt: follows.filter(({ createtime }) => beijingDay(createtime) === day).length,
        }
      }),
    }
  },
  { empty: { behavior_data: [] } },
)

/** The request that came before a relation, whoever sent it. */
function requestOf({ createtime, asked_at = createtime, ...follow }: EndedFollow): EndedFollow & { asked_at: number } {
  return { ...follow, createtime, asked_at }
}

/** The members asked for, by name and by department. */
function chooseMembers(
  tenant: Tenant,
  app: App,
  userids: readonly string[],
  partyids: readonly number[],
): ReadonlySet<string> {
  for (const userid of userids) {
    const member = tenant.members.find(userid)
    if (!member) throw new Refusal(40031, `invalid userid list: ${userid}`)
    if (!tenant.members.isVisible(app, member)) throw new Refusal(60011)
  }
  for (const partyid of partyids) {
    if (!tenant.members.findDepartment(partyid)) throw new Refusal(60003)
    if (!tenant.members.isDepartmentVisible(app, partyid)) throw new Refusal(60011)
  }
  const range = { userid: [...userids], partyid: [...partyids] }
  const members = tenant.members.list().filter((member) => tenant.members.covers(range, member))
  return new Set(members.flatMap((member) => (tenant.members.isVisible(app, member) ? [member.userid] : [])))
}
