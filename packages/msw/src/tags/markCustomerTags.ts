import { markCustomerTagsEndpoint } from '@wecom/tags'
import { findCustomer } from '../contacts/visibleFollows.ts'
import { Refusal } from '../Refusal.ts'
import { type Served, serve } from '../serve/serve.ts'
import type { App } from '../tenant/apps.ts'
import { type Member, servesCustomers } from '../tenant/members.ts'
import type { Tenant } from '../tenant/Tenant.ts'

/** Tags that one member can put on one customer. */
const maxTags = 3000

export const markCustomerTagsServed: Served = serve(
  markCustomerTagsEndpoint,
  (tenant, { userid, external_userid, add_tag = [], remove_tag = [] }, { app }) => {
    const member = tenant.members.visibleMember(app, userid)
    findCustomer(tenant, external_userid)
    const follow = tenant.follows.find(userid, external_userid)
    if (!follow || !servesCustomers(member)) throw new Refusal(84061)
    for (const id of [...add_tag, ...remove_tag]) checkTag(tenant, app, member, id)

    const removed = new Set(remove_tag)
    const tag_ids = [...new Set([...follow.tag_ids, ...add_tag])].filter((id) => !removed.has(id))
    if (tag_ids.length > maxTags) throw new Refusal(40144)
    tenant.follows.change(follow, { tag_ids })
    return {}
  },
  { missing: { userid: 41009, external_userid: 41035 } },
)

/** A rule group's tag is for the app that created it, and for the members that the rule group manages. */
function checkTag(tenant: Tenant, app: App, member: Member, id: string): void {
  const { group } = tenant.tags.find(id) ?? {}
  if (!group || (group.strategy_id !== undefined && group.app !== app.name)) {
    throw new Refusal(40068, `invalid tag id: ${id}`)
  }
  if (group.strategy_id !== undefined && !tenant.strategies.manages(app, group.strategy_id, member)) {
    throw new Refusal(60011)
  }
}
