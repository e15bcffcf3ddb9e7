import { type MassMessage as MassMessageOnWire, listMassMessagesEndpoint } from '@wecom/messages'
import { pageLimit } from '../pageLimit.ts'
import { type Served, serve } from '../serve/serve.ts'
import type { MassMessage } from '../tenant/massMessages.ts'
import { isInSight } from './findMassMessage.ts'

/** Value of `filter_type`: made by whomever. */
const all = 2

export const listMassMessagesServed: Served = serve(
  listMassMessagesEndpoint,
  (tenant, { chat_type, start_time, end_time, creator, filter_type = all, limit, cursor }, { app }) => {
    const { items, next_cursor = '' } = tenant.cursors.page({
      scope: ['listMassMessages', app.name, chat_type, start_time, end_time, creator ?? '', filter_type],
      cursor,
      limit: pageLimit(limit, { usual: 50, max: 100 }),
      list: () =>
        tenant.massMessages
          .list()
          .filter(
            (message) =>
              message.chat_type === chat_type &&
              message.create_time >= start_time &&
              message.create_time <= end_time &&
              (!creator || message.creator === creator) &&
              (filter_type === all || message.create_type === filter_type) &&
              isInSight(tenant, app, message),
          )
          .map((message) => toWire(message)),
    })
    return { group_msg_list: items, next_cursor }
  },
  { empty: { group_msg_list: [] } },
)

function toWire({ msgid, creator, create_time, create_type, text, attachments }: MassMessage): MassMessageOnWire {
  return {
    msgid,
    ...(creator !== undefined && { creator }),
    create_time,
    create_type,
    ...(text && { text }),
    ...(attachments && { attachments }),
  }
}
