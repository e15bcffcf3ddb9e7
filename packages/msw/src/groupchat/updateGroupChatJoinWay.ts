import { updateGroupChatJoinWayEndpoint } from '@wecom/groupchat'
import { type Served, serve } from '../serve/serve.ts'
import { visibleGroupChat } from './visibleGroupChats.ts'

export const updateGroupChatJoinWayServed: Served = serve(
  updateGroupChatJoinWayEndpoint,
  (tenant, { config_id, ...settings }, { app }) => {
    tenant.joinWays.get(app, config_id)
    for (const chat_id of settings.chat_id_list) visibleGroupChat(tenant, app, chat_id)
    tenant.joinWays.replace(app, config_id, settings)
    return {}
  },
  { missing: { config_id: 41043, chat_id_list: 40058 }, invalid: { chat_id_list: 41091 } },
)
