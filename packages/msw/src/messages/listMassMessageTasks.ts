import { type MassMessageTask as MassMessageTaskOnWire, listMassMessageTasksEndpoint } from '@wecom/messages'
import { pageLimit } from '../pageLimit.ts'
import { type Served, serve } from '../serve/serve.ts'
import type { MassMessageTask } from '../tenant/massMessages.ts'
import { findMassMessage, keepsTasks, tasksInSight } from './findMassMessage.ts'

export const listMassMessageTasksServed: Served = serve(
  listMassMessageTasksEndpoint,
  (tenant, { msgid, limit, cursor }, { app }) => {
    const message = findMassMessage(tenant, app, msgid)
    const { items, next_cursor = '' } = tenant.cursors.page({
      scope: ['listMassMessageTasks', app.name, msgid],
      cursor,
      limit: pageLimit(limit, { usual: 500, max: 1000 }),
      list: () => (keepsTasks(message) ? tasksInSight(tenant, app, message) : []).map((task) => toWire(task)),
    })
    return { task_list: items, next_cursor }
  },
  { missing: { msgid: 41046 }, empty: { task_list: [] } },
)

/** Sent is 2 here, and 1 in the results. */
function toWire({ userid, send_time }: MassMessageTask): MassMessageTaskOnWire {
  return send_time === undefined ? { userid, status: 0 } : { userid, status: 2, send_time }
}
