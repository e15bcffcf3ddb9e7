import type { MassMessageTagFilter, MassMessageToContactsParams } from '@wecom/messages'
import { Refusal } from '../Refusal.ts'
import type { App } from '../tenant/apps.ts'
import type { Follow } from '../tenant/follows.ts'
import { servesCustomers } from '../tenant/members.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { findSender } from './findSender.ts'
import { type Receivers, toReceivers } from './receivers.ts'

type Choice = Pick<MassMessageToContactsParams, 'sender' | 'external_userid' | 'tag_filter'>

/**
 * Which customers get a mass message, and from whom: the one member who is asked to send, or of each customer's members
 * the one who talked with them last, where adding counts as talking.
 */
export function receiversInContacts(
  tenant: Tenant,
  app: App,
  { sender, external_userid, tag_filter }: Choice,
): Receivers {
  // The ids of group chats are told from those of customers by how they begin.
  if (external_userid?.some((id) => id.startsWith('wr'))) throw new Refusal(41056)
  const senders = sender ? [findSender(tenant, app, sender)] : allSenders(tenant, app)
  const wanted = external_userid && new Set(external_userid)
  const follows = senders
    .flatMap(({ userid }) => tenant.follows.ofMember(userid))
    .filter((follow) => follow.customer_left_at === undefined)
    .filter((follow) => (wanted ? wanted.has(follow.external_userid) : hasTags(follow, tag_filter)))
  const nearest = nearestOfCustomers(tenant, follows)
  return toReceivers(tenant, [...(wanted ?? nearest.keys())], (id) => {
    const follow = nearest.get(id)
    return follow && { userid: follow.userid, receipt: { external_userid: id, status: 0 } }
  })
}

function allSenders({ members }: Tenant, app: App): { userid: string }[] {
  return members.list().filter((member) => servesCustomers(member) && members.isVisible(app, member))
}

/** Whether a follow has a tag of every group. */
function hasTags({ tag_ids }: Follow, { group_list }: MassMessageTagFilter = { group_list: [] }): boolean {
  return group_list.every(({ tag_list }) => tag_list.some((id) => tag_ids.includes(id)))
}

function nearestOfCustomers({ conversations }: Tenant, follows: readonly Follow[]): Map<string, Follow> {
  const talks = new Map(conversations.direct().map((talk) => [`${talk.userid} ${talk.external_userid}`, talk.time]))
  const lastTalk = ({ userid, external_userid, createtime }: Follow): number =>
    Math.max(createtime, talks.get(`${userid} ${external_userid}`) ?? 0)
  const nearest = new Map<string, Follow>()
  for (const follow of follows) {
    const other = nearest.get(follow.external_userid)
    if (!other || lastTalk(other) < lastTalk(follow)) nearest.set(follow.external_userid, follow)
  }
  return nearest
}
