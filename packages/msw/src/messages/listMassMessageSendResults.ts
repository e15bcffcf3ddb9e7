import { listMassMessageSendResultsEndpoint } from '@wecom/messages'
import { pageLimit } from '../pageLimit.ts'
import { Refusal } from '../Refusal.ts'
import { type Served, serve } from '../serve/serve.ts'
import { deliveriesOnWire } from './deliveriesOnWire.ts'
import { findMassMessage, keepsTasks, tasksInSight } from './findMassMessage.ts'

export const listMassMessageSendResultsServed: Served = serve(
  listMassMessageSendResultsEndpoint,
  (tenant, { msgid, userid, limit, cursor }, { app }) => {
    const message = findMassMessage(tenant, app, msgid)
    const task = tasksInSight(tenant, app, message).find((candidate) => candidate.userid === userid)
    if (!task) throw new Refusal(40003)
    const { items, next_cursor = '' } = tenant.cursors.page({
      scope: ['listMassMessageSendResults', app.name, msgid, userid],
      cursor,
      limit: pageLimit(limit, { usual: 500, max: 1000 }),
      list: () => (keepsTasks(message) ? deliveriesOnWire(task) : []),
    })
    return { send_list: items, next_cursor }
  },
  { missing: { msgid: 41046, userid: 41009 }, empty: { send_list: [] } },
)
