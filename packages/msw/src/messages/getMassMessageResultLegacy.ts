import { getMassMessageResultLegacyEndpoint } from '@wecom/messages'
import { pageLimit } from '../pageLimit.ts'
import { type Served, serve } from '../serve/serve.ts'
import { deliveriesOnWire } from './deliveriesOnWire.ts'
import { findMassMessage, tasksInSight } from './findMassMessage.ts'

/** Nothing is reviewed here. */
const passed = 1

/** Answers for both generations of its clients: `check_status` for the older, `next_cursor` for the later. */
export const getMassMessageResultLegacyServed: Served = serve(
  getMassMessageResultLegacyEndpoint,
  (tenant, { msgid, limit, cursor }, { app }) => {
    const message = findMassMessage(tenant, app, msgid)
    const { items, next_cursor = '' } = tenant.cursors.page({
      scope: ['getMassMessageResultLegacy', app.name, msgid],
      cursor,
      limit: pageLimit(limit, { usual: 10_000, max: 10_000 }),
      list: () => tasksInSight(tenant, app, message).flatMap((task) => deliveriesOnWire(task)),
    })
    return { check_status: passed, detail_list: items, next_cursor }
  },
  { missing: { msgid: 41046 }, empty: { detail_list: [] } },
)
