import { createGroupChatJoinWayEndpoint } from '@wecom/groupchat'
import { type Served, serve } from '../serve/serve.ts'
import { checkRoomForWay } from '../tenant/roomForWays.ts'
import { visibleGroupChat } from './visibleGroupChats.ts'

export const createGroupChatJoinWayServed: Served = serve(
  createGroupChatJoinWayEndpoint,
  (tenant, settings, { app }) => {
    for (const chat_id of settings.chat_id_list) visibleGroupChat(tenant, app, chat_id)
    checkRoomForWay(tenant)
    return { config_id: tenant.joinWays.create(app, settings) }
  },
  { missing: { chat_id_list: 40058 }, invalid: { chat_id_list: 41091 } },
)
