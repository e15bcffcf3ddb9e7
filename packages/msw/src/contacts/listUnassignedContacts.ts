import { type UnassignedContact, listUnassignedContactsEndpoint } from '@wecom/contacts'
import { type Served, serve } from '../serve/serve.ts'
import type { Tenant } from '../tenant/Tenant.ts'

export const listUnassignedContactsServed: Served = serve(
  listUnassignedContactsEndpoint,
  (tenant, { cursor, page_size = 1000, page_id }, { app }) => {
    if (!cursor && page_id !== undefined) {
      const list = findUnassigned(tenant)
      const end = (page_id + 1) * page_size
      return { info: list.slice(page_id * page_size, end), is_last: end >= list.length }
    }
    const { items, next_cursor } = tenant.cursors.page({
      scope: ['listUnassignedContacts', app.name],
      cursor,
      limit: page_size,
      list: () => findUnassigned(tenant),
    })
    return { info: items, is_last: next_cursor === undefined, next_cursor: next_cursor ?? '' }
  },
  { empty: { info: [] }, olderPath: { path: '/cgi-bin/crm/get_unassigned_list' } },
)

/** Customers of members who left, newest leaving first; without those who are on their way to somebody. */
function findUnassigned(tenant: Tenant): UnassignedContact[] {
  return tenant.members
    .list()
    .flatMap(({ userid, resigned_at }) => (resigned_at ? [{ userid, dimission_time: resigned_at }] : []))
    .toSorted((one, other) => other.dimission_time - one.dimission_time)
    .flatMap(({ userid, dimission_time }) =>
      tenant.follows
        .ofMember(userid)
        .filter(({ external_userid }) => !tenant.transfers.waiting(external_userid))
        .map(({ external_userid }) => ({ handover_userid: userid, external_userid, dimission_time })),
    )
}
