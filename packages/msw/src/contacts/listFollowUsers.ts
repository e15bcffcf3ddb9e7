import { listFollowUsersEndpoint } from '@wecom/contacts'
import { type Served, serve } from '../serve/serve.ts'
import { servesCustomers } from '../tenant/members.ts'

export const listFollowUsersServed: Served = serve(
  listFollowUsersEndpoint,
  (tenant, _params, { app }) => {
    const members = tenant.members
      .list()
      .filter((member) => servesCustomers(member) && tenant.members.isVisible(app, member))
    return { follow_user: members.map(({ userid }) => userid) }
  },
  {
    empty: { follow_user: [] },
    olderPath: { path: '/cgi-bin/crm/get_customer_contacts', names: { follow_user: 'customer_contacts' } },
  },
)
