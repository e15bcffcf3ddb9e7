import { listMomentCustomersEndpoint } from '@wecom/moments'
import { pageLimit } from '../pageLimit.ts'
import { type Served, serve } from '../serve/serve.ts'
import { findPublication } from './findMoment.ts'

export const listMomentCustomersServed: Served = serve(
  listMomentCustomersEndpoint,
  (tenant, { moment_id, userid, cursor, limit }, { app }) => {
    const { chosen } = findPublication(tenant, app, { moment_id, userid })
    const { items, next_cursor = '' } = tenant.cursors.page({
      scope: ['listMomentCustomers', app.name, moment_id, userid],
      cursor,
      limit: pageLimit(limit, { usual: 500, max: 1000 }),
      list: () => chosen.map((external_userid) => ({ userid, external_userid })),
    })
    return { customer_list: items, next_cursor }
  },
  { missing: { moment_id: 41059, userid: 41009 }, empty: { customer_list: [] } },
)
