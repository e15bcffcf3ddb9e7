import { deleteGroupChatJoinWayEndpoint } from '@wecom/groupchat'
import { type Served, serve } from '../serve/serve.ts'

export const deleteGroupChatJoinWayServed: Served = serve(
  deleteGroupChatJoinWayEndpoint,
  (tenant, { config_id }, { app }) => {
    tenant.joinWays.delete(app, config_id)
    return {}
  },
  { missing: { config_id: 41043 } },
)
