import { type FollowedContact, batchGetContactsByUserEndpoint } from '@wecom/contacts'
import { Refusal } from '../Refusal.ts'
import { type Served, serve } from '../serve/serve.ts'
import type { App } from '../tenant/apps.ts'
import type { Follow } from '../tenant/follows.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { customerOnWire } from './customerOnWire.ts'
import { toFollowRelation } from './followOnWire.ts'
import { findCustomer, followsOfMember } from './visibleFollows.ts'

/** A larger limit counts as this one. */
const maxLimit = 100

export const batchGetContactsByUserServed: Served = serve(
  batchGetContactsByUserEndpoint,
  (tenant, { userid_list, cursor, limit = 50 }, { app }) => {
    const members = [...new Set(userid_list)].map((userid) => {
      const member = tenant.members.find(userid)
      if (!member || !tenant.members.isVisible(app, member)) throw new Refusal(40031, `invalid userid list: ${userid}`)
      return member
    })
    const { items, next_cursor = '' } = tenant.cursors.page({
      scope: ['batchGetContactsByUser', app.name, ...userid_list],
      cursor,
      limit: Math.min(limit, maxLimit),
      list: () => members.flatMap((member) => followsOfMember(tenant, member)),
    })
    return { external_contact_list: items.map((follow) => toFollowedContact(tenant, app, follow)), next_cursor }
  },
  { empty: { external_contact_list: [] } },
)

function toFollowedContact(tenant: Tenant, app: App, follow: Follow): FollowedContact {
  const customer = findCustomer(tenant, follow.external_userid)
  const make = (): FollowedContact => ({
    external_contact: customerOnWire(app, customer),
    follow_info: {
      ...toFollowRelation(app, follow),
      ...(follow.tag_ids.length > 0 && { tag_id: [...follow.tag_ids] }),
    },
  })
  // Kept as the corp's own apps see it; providers' apps, which are told less, are few.
  return app.suite_id === undefined ? tenant.follows.written.of(follow, customer, make) : make()
}
