import { listMomentTasksEndpoint } from '@wecom/moments'
import { pageLimit } from '../pageLimit.ts'
import { type Served, serve } from '../serve/serve.ts'
import { findCorpMoment, publicationsInSight } from './findMoment.ts'

export const listMomentTasksServed: Served = serve(
  listMomentTasksEndpoint,
  (tenant, { moment_id, cursor, limit }, { app }) => {
    const moment = findCorpMoment(tenant, app, moment_id)
    const { items, next_cursor = '' } = tenant.cursors.page({
      scope: ['listMomentTasks', app.name, moment_id],
      cursor,
      limit: pageLimit(limit, { usual: 500, max: 1000 }),
      list: () =>
        publicationsInSight(tenant, app, moment).map(({ userid, publish_time }) => ({
          userid,
          publish_status: publish_time === undefined ? 0 : 1,
        })),
    })
    return { task_list: items, next_cursor }
  },
  { missing: { moment_id: 41059 }, empty: { task_list: [] } },
)
