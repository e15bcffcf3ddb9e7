import { listMomentSendResultsEndpoint } from '@wecom/moments'
import { pageLimit } from '../pageLimit.ts'
import { type Served, serve } from '../serve/serve.ts'
import { findPublication } from './findMoment.ts'

export const listMomentSendResultsServed: Served = serve(
  listMomentSendResultsEndpoint,
  (tenant, { moment_id, userid, cursor, limit }, { app }) => {
    const { reached } = findPublication(tenant, app, { moment_id, userid })
    const { items, next_cursor = '' } = tenant.cursors.page({
      scope: ['listMomentSendResults', app.name, moment_id, userid],
      cursor,
      limit: pageLimit(limit, { usual: 3000, max: 5000 }),
      list: () => reached.map((external_userid) => ({ external_userid })),
    })
    return { customer_list: items, next_cursor }
  },
  { missing: { moment_id: 41059, userid: 41009 }, empty: { customer_list: [] } },
)
