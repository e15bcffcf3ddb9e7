import { type FollowUser, getContactEndpoint } from '@wecom/contacts'
import { Refusal } from '../Refusal.ts'
import { type Served, serve } from '../serve/serve.ts'
import type { App } from '../tenant/apps.ts'
import type { Follow } from '../tenant/follows.ts'
import type { Tenant } from '../tenant/Tenant.ts'
import { customerOnWire } from './customerOnWire.ts'
import { toFollowRelation, toFollowUserTags } from './followOnWire.ts'
import { findCustomer, followsOfCustomer } from './visibleFollows.ts'

/** Followers a page; callers cannot change it. */
const pageSize = 500

export const getContactServed: Served = serve(
  getContactEndpoint,
  (tenant, { external_userid, cursor }, { app }) => {
    const customer = findCustomer(tenant, external_userid)
    const everybody = tenant.follows.ofCustomer(external_userid)
    if (everybody.every(({ userid }) => tenant.members.find(userid)?.resigned_at)) throw new Refusal(84061)
    const follows = followsOfCustomer(tenant, app, customer)
    if (follows.length === 0) throw new Refusal(40096)

    const { items, next_cursor } = tenant.cursors.page({
      scope: ['getContact', app.name, external_userid],
      cursor,
      limit: pageSize,
      list: () => follows,
    })
    return {
      external_contact: customerOnWire(app, customer),
      follow_user: items.map((follow) => toFollowUser(tenant, app, follow)),
      ...(next_cursor !== undefined && { next_cursor }),
    }
  },
  {
    missing: { external_userid: 41035 },
    empty: { follow_user: [] },
    olderPath: { path: '/cgi-bin/crm/get_external_contact' },
  },
)

function toFollowUser(tenant: Tenant, app: App, follow: Follow): FollowUser {
  const tags = toFollowUserTags(tenant, follow)
  return { ...toFollowRelation(app, follow), ...(tags.length > 0 && { tags }) }
}
